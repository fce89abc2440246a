// The search on a plain web host. Where the edge answers, its results are already in the page.
// It ranks as the edge does (docs/formats/search.md); a test compares the two.
(function () {
  'use strict';
  var LETTERS = {
    'ß': 'ss', 'æ': 'ae', 'œ': 'oe', 'ø': 'o', 'ł': 'l', 'đ': 'd', 'ı': 'i', 'þ': 'th', 'ð': 'd',
    'ة': 'ه', 'ى': 'ي', 'ٱ': 'ا', 'ی': 'ي', 'ک': 'ك', 'ـ': ''
  };

  function word(plain) {
    return plain.replace(/([^aeq]|^)([aou])e/g, '$1$2').replace(/(\p{L})\1+/gu, '$1')
      .replace(/^(?:وال|بال|كال|فال|لل|ال)(?=...)/, '').slice(0, 40);
  }
  function tokens(text) {
    return text.normalize('NFKC').toLowerCase().normalize('NFD').replace(/\p{M}/gu, '')
      .replace(/[ßæœøłđıþðةىٱیکـ]/g, function (c) { return LETTERS[c]; })
      .replace(/\b([a-z]{1,4})['’ʼ`](?=[a-z]{3})/g, '$1 ').replace(/['’ʼ`]/g, '')
      .split(/[^\p{L}\p{N}]+/u).map(word).filter(Boolean);
  }
  function distinct(list) { return Array.from(new Set(list)); }
  function grams(term) {
    var padded = ' ' + term + ' ', all = [];
    for (var i = 0; i + 3 <= padded.length; i++) all.push(padded.slice(i, i + 3));
    return distinct(all);
  }

  // How much a word that was typed is like one that was written down.
  function slips(one, other, most) {
    var before = [], last = [], row, i, j;
    for (j = 0; j <= other.length; j++) last[j] = j;
    for (i = 1; i <= one.length; i++) {
      row = [i];
      var least = i;
      for (j = 1; j <= other.length; j++) {
        var n = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (one[i - 1] === other[j - 1] ? 0 : 1));
        if (i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]) n = Math.min(n, before[j - 2] + 1);
        row[j] = n;
        least = Math.min(least, n);
      }
      if (least > most) return most + 1;
      before = last;
      last = row;
    }
    return last[other.length];
  }
  function part(asked, term) {
    var a = asked.length, t = term.length;
    if (a >= 3 && term.startsWith(asked)) return 0.6 + 0.35 * a / t;
    if (t >= 4 && asked.startsWith(term)) return 0.35 + 0.6 * t / a;
    if (a >= 4 && term.includes(asked)) return 0.5 + 0.35 * a / t;
    return t >= 4 && asked.includes(term) ? 0.35 + 0.55 * t / a : 0;
  }
  function likeness(asked, term, shared) {
    if (asked === term) return 1;
    var a = asked.length, t = term.length, longer = Math.max(a, t), like = part(asked, term);
    var most = a < 4 ? 0 : a < 8 ? 1 : 2;
    if (most && Math.abs(a - t) <= most && shared >= longer - 4 * most) {
      var n = slips(asked, term, most);
      if (n <= most) like = Math.max(like, 1 - 1.4 * n / longer);
    }
    var dice = 2 * shared / (a + t);
    return dice >= 0.5 ? Math.max(like, 0.75 * dice) : like;
  }

  function Index(file) {
    this.passedOver = new Set(file.passedOver.flatMap(tokens));
    this.entries = file.entries.length;
    this.entryOf = [];
    this.languageOf = [];
    this.wordsOf = [];
    var self = this;
    file.entries.forEach(function (entry, n) {
      var seen = new Set();
      function add(language, words) {
        var all = distinct(tokens(words)), key = language + ' ' + all.join(' ');
        if (!all.length || seen.has(key)) return;
        seen.add(key);
        self.entryOf.push(n);
        self.languageOf.push(language);
        self.wordsOf.push(all);
      }
      entry.phrases.forEach(function (of) { of.words.forEach(function (words) { add(of.in, words); }); });
      entry.text.forEach(function (text) { add('', text); });
    });
    this.terms = distinct(this.wordsOf.flat()).sort();
    this.places = new Map(this.terms.map(function (term, i) { return [term, i]; }));
    this.postings = this.terms.map(function () { return []; });
    this.wordsOf.forEach(function (words, p) {
      words.forEach(function (w) { self.postings[self.places.get(w)].push(p); });
    });
    var rarity = this.postings.map(function (phrases) {
      return self.rarity(new Set(phrases.map(function (p) { return self.entryOf[p]; })).size);
    });
    this.weightOf = this.wordsOf.map(function (words) {
      return words.reduce(function (sum, w) {
        return sum + rarity[self.places.get(w)] * (self.passedOver.has(w) ? 0.15 : 1);
      }, 0);
    });
    this.holders = new Map();
    this.terms.forEach(function (term, i) {
      grams(term).forEach(function (gram) {
        if (!self.holders.has(gram)) self.holders.set(gram, []);
        self.holders.get(gram).push(i);
      });
    });
  }
  Index.prototype.rarity = function (holders) {
    return Math.log(1 + (this.entries - holders + 0.5) / (holders + 0.5));
  };
  // A compound that nobody wrote down, as two words that somebody did.
  Index.prototype.parts = function (whole) {
    var self = this, best = [whole], shortest = 0;
    function known(w) { return self.places.has(w) && !self.passedOver.has(w); }
    if (whole.length < 8 || this.places.has(whole) || this.passedOver.has(whole)) return best;
    for (var i = 3; i <= whole.length - 3; i++) {
      var first = whole.slice(0, i);
      if (!known(first)) continue;
      ['', 's', 'n', 'en', 'es'].forEach(function (link) {
        var second = whole.slice(i + link.length), shorter = Math.min(first.length, second.length);
        if (whole.startsWith(link, i) && second.length >= 3 && shorter > shortest && known(second)) {
          best = [first, second];
          shortest = shorter;
        }
      });
    }
    return best;
  };
  function bestFirst(one, other) { return other.like - one.like || one.term - other.term; }
  Index.prototype.like = function (asked) {
    var self = this, counts = new Map(), found = [];
    if (this.passedOver.has(asked)) return this.places.has(asked) ? [{ term: this.places.get(asked), like: 1 }] : [];
    grams(asked).forEach(function (gram) {
      (self.holders.get(gram) || []).forEach(function (term) { counts.set(term, (counts.get(term) || 0) + 1); });
    });
    counts.forEach(function (shared, term) {
      if (shared < 2 && self.terms[term] !== asked) return;
      var like = likeness(asked, self.terms[term], shared);
      if (like >= 0.45) found.push({ term: term, like: like });
    });
    return found.sort(bestFirst).slice(0, 64);
  };
  // The best entries, best first: {entry, language, score}.
  Index.prototype.find = function (query, language) {
    var self = this, total = 0, met = new Map(), phrases = new Map(), sure = new Set();
    var asked = distinct(tokens(query.slice(0, 200))).flatMap(function (w) { return self.parts(w); }).slice(0, 12);
    var onlyFrame = asked.every(function (w) { return self.passedOver.has(w); });
    var alike = asked.map(function (w) { return self.like(w); });
    for (var i = 0; i + 1 < asked.length; i++) {
      var both = this.places.get(word(asked[i] + asked[i + 1]));
      if (both !== undefined) {
        alike[i].push({ term: both, like: 0.97 });
        alike[i + 1].push({ term: both, like: 0.97 });
      }
    }
    asked.forEach(function (w, i) {
      var frame = !onlyFrame && self.passedOver.has(w), list = alike[i].sort(bestFirst);
      if (!list.length) {
        total += frame ? 0 : 0.3 * self.rarity(0);
        return;
      }
      var best = list[0].like, holders = new Set(), seen = new Set(), entries = new Map();
      list.forEach(function (one) {
        if (one.like >= 0.9 * best) self.postings[one.term].forEach(function (p) { holders.add(self.entryOf[p]); });
      });
      var weight = self.rarity(holders.size) * (frame ? 0.15 : 1) * (best >= 0.7 ? 1 : 0.5 + 0.5 * best);
      total += weight;
      list.forEach(function (one) {
        var same = one.like >= 0.9 && !frame && self.terms[one.term].length >= 4;
        self.postings[one.term].forEach(function (p) {
          if (seen.has(p)) return;
          seen.add(p);
          var entry = self.entryOf[p], text = !self.languageOf[p];
          if (!text) phrases.set(p, (phrases.get(p) || 0) + weight * one.like * one.like * one.like);
          entries.set(entry, Math.max(entries.get(entry) || 0, text ? 0.5 * one.like : one.like));
          if (same && !text) sure.add(entry);
        });
      });
      entries.forEach(function (like, entry) { met.set(entry, (met.get(entry) || 0) + weight * like * like); });
    });
    var bestPhrase = new Map(), bestIn = new Map(), bestLanguage = new Map();
    phrases.forEach(function (sum, p) {
      var entry = self.entryOf[p], like = 2 * sum / (total + self.weightOf[p]);
      var inLanguage = self.languageOf[p] === language ? 2 * like : like;
      bestPhrase.set(entry, Math.max(bestPhrase.get(entry) || 0, like));
      if (inLanguage > (bestIn.get(entry) || 0)) {
        bestIn.set(entry, inLanguage);
        bestLanguage.set(entry, self.languageOf[p]);
      }
    });
    var hits = [];
    met.forEach(function (sum, entry) {
      var part = sum / total;
      if (part >= (sure.has(entry) ? 0.25 : 0.45)) {
        hits.push({
          entry: entry,
          language: bestLanguage.get(entry) || '',
          score: Math.round((0.5 * part + 0.5 * (bestPhrase.get(entry) || 0)) * 1e6) / 1e6
        });
      }
    });
    hits.sort(function (one, other) { return other.score - one.score || one.entry - other.entry; });
    return hits.filter(function (hit) { return hit.score >= 0.4 * hits[0].score; }).slice(0, 20);
  };

  if (typeof document === 'undefined') {
    module.exports = Index;
    return;
  }

  var place = document.getElementById('results_');
  var asked = (new URLSearchParams(location.search).get('q') || '').trim();
  if (!place || place.firstElementChild || !asked) return;
  var field = document.querySelector('input[name=q]');
  if (field) field.value = asked;

  function element(name, words, inside) {
    var made = document.createElement(name);
    made.textContent = words;
    if (inside) inside.append(' ', made);
    return made;
  }
  function say(said, made) {
    made.textContent = said.words;
    if (said.in) made.lang = said.in;
    return made;
  }
  function item(shown, language) {
    var made = document.createElement('li'), link = say(shown.title, document.createElement('a'));
    link.href = shown.address;
    made.append(link);
    if (shown.state) {
      var state = element('span', ' ' + shown.state.words, made);
      state.className = 's s-' + shown.state.code;
      var symbol = element('span', shown.state.symbol);
      symbol.setAttribute('aria-hidden', 'true');
      state.prepend(symbol);
    }
    if (shown.kind) element('small', shown.kind, made);
    if (language) element('small', place.dataset.in.replace('{0}', language), made);
    if (shown.sentence) made.append(say(shown.sentence, document.createElement('p')));
    return made;
  }
  function ways(list) {
    if (!list.length) return;
    place.append(element('h2', place.dataset.ways));
    var made = document.createElement('ul');
    made.className = 'ways';
    list.forEach(function (way) {
      var one = document.createElement('li'), value = element(way.dial ? 'a' : 'span', way.value);
      one.append(say(way.label, document.createElement('b')), ' ', value);
      if (way.dial) {
        value.href = 'tel:' + way.dial;
        value.className = 'tel';
      }
      made.append(one);
    });
    place.append(made);
  }
  function show(words, page) {
    var own = document.documentElement.lang, names = new Map();
    words.languages.forEach(function (one) { names.set(one.code, one.name); });
    place.append(element('h2', place.dataset.title));
    var found = new Index(words).find(asked, own);
    if (!found.length) {
      place.append(element('p', place.dataset.nothing));
      return ways(page.ways);
    }
    var list = document.createElement('ul');
    found.forEach(function (hit) {
      list.append(item(page.entries[hit.entry], hit.language === own ? '' : names.get(hit.language)));
    });
    place.append(list);
  }
  function json(address) {
    return fetch(address).then(function (answer) {
      if (!answer.ok) throw new Error(address);
      return answer.json();
    });
  }
  Promise.all([json(place.dataset.words), json('index.json')])
    .then(function (both) { show(both[0], both[1]); })
    .catch(function () { place.append(element('p', place.dataset.broken)); });
})();
