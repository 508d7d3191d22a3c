// Images as large as the screen, one after the other, with zoom. Links lead to their pages without it.
(() => {
  const box = document.querySelector('#lightbox');
  if (!box || !box.showModal) {
    return;
  }
  const stage = box.querySelector('.stage');
  const image = stage.querySelector('img');
  const caption = box.querySelector('[data-caption]');
  const page = box.querySelector('[data-page]');
  const most = 8;
  let link;
  let scale;
  let x;
  let y;
  let held;

  const links = () => [...document.querySelectorAll('a[data-large]')];

  // Never farther out of the middle than its own edge.
  const draw = () => {
    const reachX = Math.max(0, (image.clientWidth * scale - stage.clientWidth) / 2);
    const reachY = Math.max(0, (image.clientHeight * scale - stage.clientHeight) / 2);
    x = Math.max(-reachX, Math.min(reachX, x));
    y = Math.max(-reachY, Math.min(reachY, y));
    image.style.transform = `translate(${x}px, ${y}px) scale(${scale})`;
    stage.classList.toggle('zoomed', scale > 1);
  };
  const fit = () => {
    scale = 1;
    x = 0;
    y = 0;
    draw();
  };
  // What is under the pointer stays there.
  const zoom = (to, atX = 0, atY = 0) => {
    const next = Math.max(1, Math.min(most, to));
    x = atX - (atX - x) * next / scale;
    y = atY - (atY - y) * next / scale;
    scale = next;
    draw();
  };
  // As many pixels on the screen as the image has.
  const whole = () => {
    const ratio = image.naturalWidth / (image.clientWidth || 1) / window.devicePixelRatio;
    if (scale !== 1 || ratio <= 1) {
      fit();
    } else {
      zoom(ratio);
    }
  };
  const fromMiddle = (event) => {
    const { left, top, width, height } = stage.getBoundingClientRect();
    return [event.clientX - left - width / 2, event.clientY - top - height / 2];
  };

  const show = (shown) => {
    link = shown;
    const small = link.querySelector('img');
    image.src = link.dataset.large;
    image.alt = small ? small.alt : '';
    caption.textContent = image.alt;
    page.hidden = link.href === new URL(link.dataset.large, location).href;
    page.href = link.href;
    const all = links();
    box.querySelector('.previous').hidden = all[0] === link;
    box.querySelector('.next').hidden = all[all.length - 1] === link && !document.querySelector('a.more');
    fit();
  };
  const go = (by) => {
    const all = links();
    const place = all.indexOf(link) + by;
    if (all[place]) {
      show(all[place]);
      all[place].scrollIntoView({ block: 'nearest' });
    } else if (by > 0 && document.querySelector('a.more')) {
      document.addEventListener('htmx:afterSettle', () => go(by), { once: true });
      window.htmx.trigger('a.more', 'revealed');
    }
  };
  const deeds = {
    in: () => zoom(scale * 1.5),
    out: () => zoom(scale / 1.5),
    fit: whole,
    close: () => box.close(),
    previous: () => go(-1),
    next: () => go(1),
  };
  const keys = {
    '+': 'in', '=': 'in', '-': 'out', 0: 'fit', ArrowLeft: 'previous', ArrowRight: 'next',
  };

  document.addEventListener('click', (event) => {
    const asked = event.target.closest('a[data-large]');
    const elsewhere = event.ctrlKey || event.metaKey || event.shiftKey || event.altKey;
    if (asked && !elsewhere && !event.target.closest('label')) {
      event.preventDefault();
      box.showModal();
      show(asked);
    }
  });
  box.addEventListener('click', (event) => {
    const knob = event.target.closest('[data-do]');
    if (knob) {
      deeds[knob.dataset.do]();
    }
  });
  box.addEventListener('keydown', (event) => {
    if (keys[event.key]) {
      event.preventDefault();
      deeds[keys[event.key]]();
    }
  });
  box.addEventListener('close', () => {
    image.removeAttribute('src');
    link.focus();
  });
  image.addEventListener('load', fit);
  stage.addEventListener('dblclick', (event) => (scale > 1 ? fit() : zoom(2.5, ...fromMiddle(event))));
  stage.addEventListener('wheel', (event) => {
    event.preventDefault();
    zoom(scale * (event.deltaY < 0 ? 1.2 : 1 / 1.2), ...fromMiddle(event));
  }, { passive: false });

  // Dragging moves what is zoomed; a swipe over what is not goes on.
  stage.addEventListener('pointerdown', (event) => {
    held = { x: event.clientX, y: event.clientY, fromX: x, fromY: y };
    stage.setPointerCapture(event.pointerId);
  });
  stage.addEventListener('pointermove', (event) => {
    if (held && scale > 1) {
      x = held.fromX + event.clientX - held.x;
      y = held.fromY + event.clientY - held.y;
      draw();
    }
  });
  stage.addEventListener('pointerup', (event) => {
    const moved = held ? event.clientX - held.x : 0;
    held = null;
    if (scale === 1 && Math.abs(moved) > 60) {
      go(moved < 0 ? 1 : -1);
    }
  });
  stage.addEventListener('pointercancel', () => { held = null; });
})();
