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
    if (event.key === 'Escape' && !document.querySelector('dialog[open]')) {
      form.querySelectorAll('input[name=item]:checked').forEach((box) => { box.checked = false; });
      tell();
    }
  });
  tell();

  // Pictures are dragged into collections: the one held, or all chosen if it is one of them. The bar
  // below does the same without a pointer.
  const drops = form.querySelector('.drops');
  if (!drops) {
    return;
  }
  const said = form.querySelector('[data-dropped]');
  let dragged = [];
  form.addEventListener('dragstart', (event) => {
    const tile = event.target.closest('.picture');
    const box = tile && tile.querySelector('input[name=item]');
    if (!box) {
      return;
    }
    const chosen = [...form.querySelectorAll('input[name=item]:checked')];
    dragged = (box.checked ? chosen : [box]).map((one) => one.value);
    event.dataTransfer.effectAllowed = 'copyLink';
    drops.classList.add('open');
  });
  form.addEventListener('dragend', () => {
    dragged = [];
    drops.classList.remove('open');
  });
  const target = (event) => dragged.length > 0 && event.target.closest('[data-collection]');
  const welcome = (event) => {
    const to = target(event);
    if (to) {
      event.preventDefault();
      event.dataTransfer.dropEffect = 'copy';
      to.classList.add('over');
    }
  };
  drops.addEventListener('dragenter', welcome);
  drops.addEventListener('dragover', welcome);
  drops.addEventListener('dragleave', (event) => event.target.classList.remove('over'));
  drops.addEventListener('drop', async (event) => {
    const to = target(event);
    if (!to) {
      return;
    }
    event.preventDefault();
    to.classList.remove('over');
    const body = new URLSearchParams({ _csrf: form.elements._csrf.value, action: 'add_to_collection', collection: to.dataset.collection });
    dragged.forEach((id) => body.append('item', id));
    // Buttons named action hide the form's own.
    // What is done is answered by a redirect to this page, which need not be loaded again.
    const answer = await fetch(form.getAttribute('action'), { method: 'POST', body, redirect: 'manual' }).catch(() => null);
    said.textContent = answer && answer.type === 'opaqueredirect' ? to.dataset.done : said.dataset.failed;
    said.hidden = false;
  });
})();
