// Searches index.json on a plain web host. Where the edge answers, its results are already in the page.
(function () {
  'use strict';
  var place = document.getElementById('results_');
  var asked = new URLSearchParams(location.search).get('q');
  if (!place || place.firstElementChild || !asked) return;
  var field = document.querySelector('input[name=q]');
  if (field) field.value = asked;

  function plain(text) {
    return text.toLowerCase().replace(/ä/g, 'ae').replace(/ö/g, 'oe').replace(/ü/g, 'ue').replace(/ß/g, 'ss');
  }
  function tokens(text) {
    return plain(text).split(/[^\p{L}\p{N}]+/u).filter(function (t) { return t.length > 1; });
  }
  function alike(word, token) {
    if (word === token) return 1;
    if (token.length > 2 && word.indexOf(token) === 0) return 0.9;
    if (token.length > 3 && word.indexOf(token) > 0) return 0.7;
    if (word.length > 3 && token.indexOf(word) >= 0) return 0.6;
    return 0;
  }
  function score(entry, wanted) {
    var words = tokens(entry.title + ' ' + entry.words);
    var sum = 0;
    wanted.forEach(function (token) {
      sum += words.reduce(function (best, word) { return Math.max(best, alike(word, token)); }, 0);
    });
    return wanted.length ? sum / wanted.length : 0;
  }
  function element(name, text) {
    var made = document.createElement(name);
    made.textContent = text;
    return made;
  }
  function show(entries) {
    var found = entries
      .map(function (entry) { return { entry: entry, score: score(entry, tokens(asked)) }; })
      .filter(function (one) { return one.score >= 0.3; })
      .sort(function (a, b) { return b.score - a.score; })
      .slice(0, 20);
    place.append(element('h2', place.dataset.title));
    if (!found.length) return place.append(element('p', place.dataset.nothing));
    var list = document.createElement('ul');
    found.forEach(function (one) {
      var item = document.createElement('li');
      var link = element('a', one.entry.title);
      link.href = one.entry.address;
      item.append(link);
      if (one.entry.state) item.append(element('small', one.entry.state));
      if (one.entry.sentence) item.append(element('p', one.entry.sentence));
      list.append(item);
    });
    place.append(list);
  }
  fetch('index.json').then(function (answer) { return answer.json(); }).then(show).catch(function () { show([]); });
})();
