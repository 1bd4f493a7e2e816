// Where the keyboard's focus is in a page. Runs in the page; each part answers one question of the test.
const focused = () => (document.activeElement === document.body ? null : document.activeElement);
const nameOf = (at) => (at.labels?.[0]?.innerText ?? at.getAttribute('aria-label') ?? at.innerText).replace(/\s+/g, ' ').trim();

// Whether what has the focus has had it in this round already. A round begins where something new was pressed.
// A field for a date has the focus several times in a row, once for each of its parts.
let inThisRound = new WeakSet();
let before = null;
window.roundBegins = () => (inThisRound = new WeakSet());
window.roundEnds = () => {
  const at = focused();
  const again = at !== before && inThisRound.has(at);
  inThisRound.add((before = at));
  return again;
};

window.focusNow = () => {
  const at = focused();
  if (!at) return (before = null);
  const box = at.getBoundingClientRect();
  const within = (share) => (from, size) => from + size * share;
  const points = [0.5, 0.1, 0.9].flatMap((x) => [0.5, 0.15, 0.85].map((y) => [within(x)(box.left, box.width), within(y)(box.top, box.height)]));
  const shown = points.some(([x, y]) => {
    const top = document.elementFromPoint(x, y);
    return top && (at.contains(top) || top.contains(at));
  });
  return {
    name: nameOf(at),
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
    const now = focused();
    if (!now && last) window.lostFrom.push(nameOf(last));
    last = now;
    requestAnimationFrame(look);
  };
  look();
})();
