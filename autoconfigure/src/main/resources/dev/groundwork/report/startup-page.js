(() => {
  'use strict';
  const parts = new Map([...document.querySelectorAll('[data-part]')].map((part) => [part.id, part.innerHTML]));
  const byId = (id) => document.getElementById(id);
  let delay = Number(document.body.dataset.refresh);
  let paused = false;
  let timer;

  const show = (element) => element && element.removeAttribute('hidden');

  function decorate() {
    document.querySelectorAll('.copy').forEach(show);
    const rows = [...document.querySelectorAll('.resources tbody tr')];
    const text = byId('search').value.trim().toLowerCase();
    const backEnd = byId('back-end').value;
    document.querySelector('.filter').hidden = rows.length === 0;
    let found = 0;
    for (const row of rows) {
      const match = (!backEnd || row.dataset.backEnd === backEnd) && row.textContent.toLowerCase().includes(text);
      row.hidden = !match;
      found += match ? 1 : 0;
    }
    byId('found').textContent = (text || backEnd) ? found + ' of ' + rows.length : '';
  }

  function focusPath(part) {
    const path = [];
    for (let node = document.activeElement; node && node !== part; node = node.parentElement) {
      path.unshift(node.parentElement ? [...node.parentElement.children].indexOf(node) : 0);
    }
    return part.contains(document.activeElement) ? path : null;
  }

  function replace(part, fresh) {
    const open = new Set([...part.querySelectorAll('details[open]')].map((details) => details.id));
    const scrolled = [...part.querySelectorAll('.scroll, pre')].map((element) => element.scrollLeft);
    const focus = focusPath(part);
    part.className = fresh.className;
    part.replaceChildren(...fresh.childNodes);
    part.querySelectorAll('details').forEach((details) => { details.open = open.has(details.id); });
    part.querySelectorAll('.scroll, pre').forEach((element, index) => { element.scrollLeft = scrolled[index] || 0; });
    if (focus) {
      const target = focus.reduce((node, index) => node && node.children[index], part);
      if (target) {
        target.focus({ preventScroll: true });
      }
    }
  }

  function update(next) {
    for (const part of document.querySelectorAll('[data-part]')) {
      const fresh = next.getElementById(part.id);
      const html = fresh ? fresh.innerHTML : '';
      if (fresh && parts.get(part.id) !== html) {
        parts.set(part.id, html);
        replace(part, fresh);
      }
    }
    const select = byId('back-end');
    const freshSelect = next.getElementById('back-end');
    if (select.options.length !== freshSelect.options.length) {
      const value = select.value;
      select.replaceChildren(...freshSelect.childNodes);
      select.value = value;
    }
    document.title = next.title;
    delay = Number(next.body.dataset.refresh);
    decorate();
  }

  async function refresh() {
    try {
      const response = await fetch(location.href, { headers: { Accept: 'text/html' }, cache: 'no-store', signal: AbortSignal.timeout(5000) });
      if (!response.ok) {
        throw new Error('status ' + response.status);
      }
      update(new DOMParser().parseFromString(await response.text(), 'text/html'));
      byId('stale').hidden = true;
    } catch (failure) {
      if (byId('stale').hidden) {
        byId('stale').textContent = 'No answer since ' + new Date().toLocaleTimeString() + '. What you see is the last that was told.';
        byId('stale').hidden = false;
      }
    }
    schedule();
  }

  function schedule() {
    clearTimeout(timer);
    if (!paused && !document.hidden) {
      timer = setTimeout(refresh, delay);
    }
  }

  async function copy(button) {
    const source = button.parentElement.querySelector('code');
    try {
      await navigator.clipboard.writeText(source.textContent);
      button.textContent = 'Copied';
    } catch (failure) {
      getSelection().selectAllChildren(source);
      button.textContent = 'Selected';
    }
  }

  document.addEventListener('click', (event) => {
    if (event.target.matches('.copy')) {
      copy(event.target);
    } else if (event.target.id === 'pause') {
      paused = !paused;
      event.target.textContent = paused ? 'Resume' : 'Pause';
      schedule();
    }
  });
  document.addEventListener('input', decorate);
  document.addEventListener('submit', (event) => event.preventDefault());
  document.addEventListener('visibilitychange', schedule);
  show(byId('pause'));
  decorate();
  schedule();
})();
