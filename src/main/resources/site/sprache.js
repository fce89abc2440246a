// Who reads another language finds its link first in the list. Only a suggestion: the address chooses, and no server asks.
(function () {
  'use strict';
  var list = document.querySelector('.langs');
  if (!list) return;
  var page = document.documentElement.lang;
  var wanted = navigator.languages || [navigator.language];
  for (var i = 0; i < wanted.length; i++) {
    var base = String(wanted[i]).split('-')[0];
    if (base === page.split('-')[0]) return;
    var link = list.querySelector('a[hreflang="' + base + '"]');
    if (link) {
      link.className = 'suggested';
      list.insertBefore(link.parentNode, list.firstChild);
      return;
    }
  }
})();
