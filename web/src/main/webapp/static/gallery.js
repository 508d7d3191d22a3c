// Rows of one height, a bar for what is chosen, keys to go on. Pages work without it.
(() => {
  document.documentElement.classList.add('scripted');
  const form = document.querySelector('[data-chosen]');
  if (!form) {
    return;
  }
  // A tile is as wide as its picture's proportions ask for.
  const lay = (root) => root.querySelectorAll('.picture img').forEach((image) => {
    const ratio = image.getAttribute('width') / image.getAttribute('height');
    const tile = image.closest('.picture');
    tile.style.flexGrow = ratio;
    tile.style.flexBasis = `calc(var(--row) * ${ratio})`;
  });
  lay(form);
  document.addEventListener('htmx:load', () => lay(form));

  const count = form.querySelector('[data-count]');
  if (!count) {
    return;
  }
  const none = count.textContent;
  const bar = count.parentElement;
  let last;
  const tell = () => {
    const chosen = form.querySelectorAll('input[name=item]:checked').length;
    count.textContent = chosen ? `${chosen} ${count.dataset.some}` : none;
    bar.classList.toggle('active', chosen > 0);
    form.classList.toggle('choosing', chosen > 0);
  };
  // With shift everything between the last two is chosen.
  form.addEventListener('click', (event) => {
    if (!event.target.matches('input[name=item]')) {
      return;
    }
    const boxes = [...form.querySelectorAll('input[name=item]')];
    if (event.shiftKey && last) {
      const [from, to] = [boxes.indexOf(last), boxes.indexOf(event.target)].sort((a, b) => a - b);
      boxes.slice(from, to + 1).forEach((box) => { box.checked = event.target.checked; });
    }
    last = event.target;
    tell();
  });
  form.addEventListener('change', tell);
  document.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') {
      form.querySelectorAll('input[name=item]:checked').forEach((box) => { box.checked = false; });
      tell();
    }
  });
  tell();
})();
