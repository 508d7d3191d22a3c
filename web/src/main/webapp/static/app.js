// Times in the reader's zone, questions before what cannot be undone. Pages work without it.
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
    }
  });
})();
