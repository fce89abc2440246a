// On a plain web host nobody chooses the page of the day: this goes to it. The edge has already done so.
(function () {
  'use strict';
  var stand = document.getElementById('stand_');
  if (!stand) return;
  var shown = stand.dataset.shown;
  // a folder's address that shows a dated form: the server's clock has chosen, and knows better
  if (shown !== 'index.html' && location.pathname.endsWith('/')) return;
  var now = new Date();
  var today;
  try {
    today = new Intl.DateTimeFormat('en-CA', { timeZone: stand.dataset.zone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(now);
  } catch (e) {
    return;
  }
  var days = Math.round((Date.parse(today) - Date.parse(stand.dataset.first)) / 86400000);
  var dated = days >= 0 && days < Number(stand.dataset.days);
  var overdue = stand.dataset.due && now > new Date(stand.dataset.due);
  var name = 'index' + (dated ? '.' + today : '') + (overdue ? '.overdue' : '') + '.html';
  if (shown !== name && (dated || overdue)) location.replace(name + location.hash);
})();
