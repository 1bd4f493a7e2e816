// Where the keyboard's focus is in a page. Runs in the page; each part answers one question of the test.
window.focusNow = () => {
  const at = document.activeElement;
  if (!at || at === document.body) return null;
  const box = at.getBoundingClientRect();
  const within = (share) => (from, size) => from + size * share;
  const points = [0.5, 0.1, 0.9].flatMap((x) => [0.5, 0.15, 0.85].map((y) => [within(x)(box.left, box.width), within(y)(box.top, box.height)]));
  const shown = points.some(([x, y]) => {
    const top = document.elementFromPoint(x, y);
    return top && (at.contains(top) || top.contains(at));
  });
  const label = at.labels?.[0]?.innerText ?? at.getAttribute('aria-label') ?? at.innerText;
  return {
    name: label.replace(/\s+/g, ' ').trim(),
    presses: at.matches('button, summary, input[type=checkbox], input[type=radio]'),
    shown,
  };
};

// What had the focus whenever nothing had it a moment later. Tab may leave the page; nothing else may.
window.lostFrom = [];
(() => {
  let last = null;
  addEventListener('keydown', ({ key }) => key === 'Tab' && (last = null), true);
  const look = () => {
    const now = window.focusNow();
    if (!now && last) window.lostFrom.push(last);
    last = now?.name ?? null;
    requestAnimationFrame(look);
  };
  look();
})();
