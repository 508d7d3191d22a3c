// The studio's live parts: previews as they come, a picture to start from, a mask painted on it.
// Without it the forms work and pages ask for news by themselves.
(() => {
  document.documentElement.classList.add('scripted');

  // News of a generation: the bar moves, previews show, and its end asks for the page's own part.
  let source;
  let latest;
  const watch = () => {
    const state = document.querySelector('[data-progress]');
    if (!state || source) {
      return;
    }
    source = new EventSource(state.dataset.progress);
    source.onmessage = ({ data }) => {
      latest = { ...latest, ...JSON.parse(data) };
      show();
      if (latest.ended) {
        source.close();
        window.htmx.trigger('#state', 'refresh');
      }
    };
  };
  const show = () => {
    const bar = document.querySelector('#state progress');
    const preview = document.querySelector('#state .preview');
    if (bar && latest) {
      bar.value = latest.progress;
    }
    if (preview && latest && latest.preview) {
      preview.src = latest.preview;
      preview.hidden = false;
    }
  };
  document.addEventListener('htmx:afterSwap', () => {
    show();
    watch();
  });
  watch();

  const form = document.querySelector('#order');
  if (!form) {
    return;
  }
  // Whoever comes back to the form and sends it again wants another picture.
  window.addEventListener('pageshow', ({ persisted }) => {
    if (persisted) {
      form.elements.once.value = [...crypto.getRandomValues(new Uint32Array(4))].join('-');
    }
  });
  const box = form.querySelector('#source');
  const file = box.querySelector('input[type=file]');
  const refusal = box.querySelector('.refusal');
  const easel = box.querySelector('.easel');
  const picture = easel.querySelector('img');
  const canvas = easel.querySelector('canvas');
  const paint = box.querySelector('[data-paint]');
  const brush = box.querySelector('[data-brush]');
  const brushes = box.querySelector('.brushes');
  const strength = box.querySelector('[data-strength]');
  const pen = canvas.getContext('2d');
  const longest = 1024;

  const changed = () => form.dispatchEvent(new Event('change', { bubbles: true }));

  // Models that cannot do what is asked for now are not offered.
  const offer = () => {
    const wanted = form.elements.mask.value ? 'inpainting'
      : form.elements.source.value ? 'image-to-image' : 'text-to-image';
    const options = [...form.elements.model.options];
    options.forEach((option) => {
      option.disabled = !option.dataset.can.split(' ').includes(wanted);
    });
    if (options[form.elements.model.selectedIndex]?.disabled) {
      form.elements.model.value = options.find((option) => !option.disabled)?.value ?? '';
    }
  };

  const clear = () => {
    pen.clearRect(0, 0, canvas.width, canvas.height);
    form.elements.mask.value = '';
    offer();
  };

  const fit = () => {
    const scale = Math.min(1, longest / Math.max(picture.naturalWidth, picture.naturalHeight));
    canvas.width = Math.round(picture.naturalWidth * scale);
    canvas.height = Math.round(picture.naturalHeight * scale);
  };
  picture.addEventListener('load', fit);
  if (picture.complete && picture.naturalWidth) {
    fit();
  }

  const use = (id, address) => {
    clear();
    form.elements.source.value = id;
    [easel, brushes, strength].forEach((part) => { part.hidden = !id; });
    box.querySelectorAll('.hint').forEach((part) => { part.hidden = Boolean(id); });
    if (address) {
      picture.src = address;
    } else {
      picture.removeAttribute('src');
      file.value = '';
    }
    changed();
    offer();
  };

  file.addEventListener('change', async (event) => {
    event.stopPropagation();
    if (!file.files.length) {
      return;
    }
    const body = new FormData();
    body.append('file', file.files[0]);
    refusal.hidden = true;
    const answer = await fetch(form.dataset.upload, {
      method: 'POST', body, headers: { 'X-CSRF-Token': form.elements._csrf.value },
    });
    if (answer.ok) {
      const { id, address } = await answer.json();
      use(id, address);
    } else {
      const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
      refusal.textContent = page.querySelector('main h1')?.textContent ?? answer.statusText;
      refusal.hidden = false;
    }
  });

  // Paint shows through on the page; what is sent is white on black.
  let from;
  const at = (event) => {
    const frame = canvas.getBoundingClientRect();
    return {
      x: (event.clientX - frame.left) * canvas.width / frame.width,
      y: (event.clientY - frame.top) * canvas.height / frame.height,
    };
  };
  const stroke = (to) => {
    pen.strokeStyle = '#e0407f';
    pen.lineWidth = canvas.width * brush.value / 100;
    pen.lineCap = 'round';
    pen.beginPath();
    pen.moveTo(from.x, from.y);
    pen.lineTo(to.x, to.y);
    pen.stroke();
    from = to;
  };
  const sent = () => {
    const mask = document.createElement('canvas');
    mask.width = canvas.width;
    mask.height = canvas.height;
    const ink = mask.getContext('2d');
    ink.drawImage(canvas, 0, 0);
    ink.globalCompositeOperation = 'source-in';
    ink.fillStyle = '#fff';
    ink.fillRect(0, 0, mask.width, mask.height);
    ink.globalCompositeOperation = 'destination-over';
    ink.fillStyle = '#000';
    ink.fillRect(0, 0, mask.width, mask.height);
    return mask.toDataURL('image/png');
  };
  paint.addEventListener('change', () => easel.classList.toggle('painting', paint.checked));
  canvas.addEventListener('pointerdown', (event) => {
    canvas.setPointerCapture(event.pointerId);
    from = at(event);
    stroke(from);
  });
  canvas.addEventListener('pointermove', (event) => {
    if (from) {
      stroke(at(event));
    }
  });
  ['pointerup', 'pointercancel'].forEach((name) => canvas.addEventListener(name, () => {
    if (from) {
      from = null;
      form.elements.mask.value = sent();
      offer();
      changed();
    }
  }));
  box.querySelector('[data-clear]').addEventListener('click', () => {
    clear();
    changed();
  });
  box.querySelector('[data-drop]').addEventListener('click', () => use('', ''));
  offer();
})();
