// Times in the reader's zone, questions before what cannot be undone, copying. Pages work without it.
(() => {
  const format = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' });
  const local = (root) => root.querySelectorAll('time[datetime]').forEach((time) => {
    const when = new Date(time.dateTime);
    if (!Number.isNaN(when.getTime())) {
      time.textContent = format.format(when);
      time.title = time.dateTime;
    }
  });
  local(document);
  document.addEventListener('htmx:load', (event) => local(event.target));
  document.addEventListener('submit', (event) => {
    const question = event.target.dataset.confirm;
    if (question && !window.confirm(question)) {
      event.preventDefault();
      return;
    }
    // What was pressed twice would be ordered twice.
    if (event.target.method === 'post') {
      setTimeout(() => event.target.querySelectorAll('button').forEach((button) => { button.disabled = true; }));
    }
  });
  window.addEventListener('pageshow', ({ persisted }) => {
    if (persisted) {
      document.querySelectorAll('form[method=post] button').forEach((button) => { button.disabled = false; });
    }
  });
  // On a phone the navigation is wider than its window: where one is stands in sight.
  const show = () => document.querySelectorAll('.bar nav').forEach((nav) => {
    const here = nav.querySelector('[aria-current]');
    if (here) {
      nav.scrollLeft = here.offsetLeft - (nav.clientWidth - here.offsetWidth) / 2;
    }
  });
  show();
  window.addEventListener('resize', show);
  // What renews itself waits while somebody is at it, or nobody looks.
  document.addEventListener('htmx:beforeRequest', (event) => {
    if (event.target.matches('[data-live]') && (document.hidden || event.target.contains(document.activeElement))) {
      event.preventDefault();
    }
  });
  // Browsers offer the clipboard under HTTPS and on this machine.
  if (navigator.clipboard) {
    document.querySelectorAll('[data-copy]').forEach((button) => {
      button.hidden = false;
      button.addEventListener('click', async () => {
        await navigator.clipboard.writeText(document.getElementById(button.dataset.copy).textContent);
        button.textContent = button.dataset.copied;
      });
    });
  }
})();
