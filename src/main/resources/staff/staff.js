// What takes more than a second says so, and is sent once. Without this script everything works, only in silence.
(() => {
  const note = document.getElementById('working');
  let timer;

  function begin(words) {
    timer = setTimeout(() => note.replaceChildren(words, document.createElement('progress')), 1000);
  }

  document.addEventListener('submit', event => {
    const form = event.target;
    if (!form.dataset.working) return;
    if (form.ariaBusy) {
      event.preventDefault();
      return;
    }
    form.ariaBusy = 'true';
    begin(form.dataset.working);
  });

  document.addEventListener('click', event => {
    const link = event.target.closest('a[data-working]');
    if (link && !event.ctrlKey && !event.metaKey && !event.shiftKey) begin(link.dataset.working);
  });

  // Also when a page is shown again by the browser's "back", as it was left.
  addEventListener('pageshow', () => {
    clearTimeout(timer);
    note.replaceChildren();
    document.querySelectorAll('form[aria-busy]').forEach(form => { form.ariaBusy = null; });
  });
})();
