// What of a page cannot be reached, touched or read. Runs in the page; each function answers one question of the test.
(() => {
  const seen = (selector) =>
    [...document.querySelectorAll(selector)].filter(
      (at) =>
        at.checkVisibility({ visibilityProperty: true }) &&
        !at.closest('.unseen, [role=status], [role=alert]') &&
        getComputedStyle(at).clipPath === 'none',
    );
  const told = (at) => `${at.innerText?.slice(0, 40)} ${at.outerHTML.slice(0, 110)}`;
  const modal = () => document.querySelector('dialog[open]') ?? document.querySelector(':popover-open');

  /** What is too small for a finger. A label is touched as well as what it belongs to. */
  window.small = () =>
    seen('button, a, input, select, textarea, summary').filter((at) => {
      const { width, height } = (at.closest('label') ?? at).getBoundingClientRect();
      return Math.min(width, height) < 43.5;
    }).map(told);

  /** What stays behind something else, however the page is scrolled. */
  window.unreached = () =>
    seen('h1, h2, p, button, input, select, a, summary')
      .filter((at) => (at.innerText?.trim() || at.matches('input')) && (!modal() || modal().contains(at)))
      .filter((at) => {
        at.scrollIntoView({ block: 'center', inline: 'nearest' });
        const whole = at.closest('label') ?? at;
        const box = whole.getBoundingClientRect();
        const [x, y] = [box.left + box.width / 2, (Math.max(box.top, 0) + Math.min(box.bottom, innerHeight)) / 2];
        const top = document.elementFromPoint(x, y);
        return !(top && (whole.contains(top) || top.contains(whole)));
      })
      .map(told);

  /** Which buttons in here cannot be pressed from their upper to their lower edge, each scrolled to where it is seen. */
  window.unpressed = (place) =>
    seen(`${place} button`).filter((at) => {
      at.scrollIntoView({ block: 'center' });
      const { left, width, top, bottom } = at.getBoundingClientRect();
      const seenAt = (y) => document.elementFromPoint(left + width / 2, y);
      return [top + 3, (top + bottom) / 2, bottom - 3].some((y) => !at.contains(seenAt(y)));
    }).map(told);

  /** How much of the window is covered by what stays in its place while the page is scrolled, from 0 to 1. */
  window.covered = () => {
    scrollTo(0, document.documentElement.scrollHeight / 2);
    const stays = (at) => {
      for (; at && !at.matches('dialog, [popover]'); at = at.parentElement)
        if (['sticky', 'fixed'].includes(getComputedStyle(at).position)) return true;
      return false;
    };
    const points = [0.1, 0.5, 0.9].flatMap((x) =>
      [...Array(16).keys()].map((row) => [x * innerWidth, ((row + 0.5) * innerHeight) / 16]),
    );
    return points.filter(([x, y]) => stays(document.elementFromPoint(x, y))).length / points.length;
  };

  /** What has to be scrolled by itself, beside the page. */
  window.scrolling = () =>
    seen('body *').filter((at) => {
      if (at.closest('dialog, [popover], textarea')) return false;
      const { overflowX, overflowY } = getComputedStyle(at);
      const scrolls = (overflow) => ['auto', 'scroll'].includes(overflow);
      return (
        (scrolls(overflowX) && at.scrollWidth > at.clientWidth + 1) || (scrolls(overflowY) && at.scrollHeight > at.clientHeight + 1)
      );
    }).map(told);

  /** What is open above the page, or ends it, and stands beyond the window; or over one's own part, with room above it. */
  window.beyond = () => {
    const dock = document.querySelector('.dock')?.getBoundingClientRect().top ?? innerHeight;
    return [...document.querySelectorAll('dialog[open], dialog[open] .ending > *, :popover-open')].filter((at) => {
      const { left, right, top, bottom, width, height } = at.getBoundingClientRect();
      const covers = at.matches(':popover-open') && bottom > dock && height + 16 < dock;
      return covers || width === 0 || left < 0 || top < 0 || right > innerWidth || bottom > innerHeight;
    }).map(told);
  };

  /** What stands beside the ring and is scrolled by itself: all of that is scrolled as one. */
  window.parted = () =>
    seen('aside > div').filter((at) => getComputedStyle(at).overflowY !== 'visible').map(told);

  /** Whose name is covered by another's chair or name, or covers it. */
  window.overlaid = () => {
    const boxes = (selector) => seen(selector).map((at) => [at.closest('[data-chair]'), at.getBoundingClientRect()]);
    const observing = boxes('[data-seat]:not([data-chair]) .person');
    const things = [...boxes('[data-chair] .face'), ...boxes('[data-chair] .words'), ...observing];
    const meet = (one, other) =>
      Math.min(one.right, other.right) - Math.max(one.left, other.left) > 1 &&
      Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top) > 1;
    return boxes('[data-chair] .words')
      .filter(([own, name]) => things.some(([chair, box]) => chair !== own && meet(name, box)))
      .map(([own]) => told(own));
  };

  /** Whose name has something else lying over it: where none of it can be touched, though it is not scrolled away. */
  window.hidden = () => {
    if (modal()) return [];
    const all = new CSSStyleSheet();
    all.replaceSync('* { pointer-events: auto !important }');
    document.adoptedStyleSheets.push(all);
    const within = (at, x, y) => {
      for (let around = at.parentElement; around; around = around.parentElement) {
        const { left, right, top, bottom } = around.getBoundingClientRect();
        const cuts = getComputedStyle(around).overflowY !== 'visible';
        if (cuts && (x < left + 1 || x > right - 1 || y < top + 1 || y > bottom - 1)) return false;
      }
      return y < innerHeight;
    };
    const found = seen('[data-seat] .name bdi').filter((name) =>
      [...name.getClientRects()].some(({ left, right, top, bottom }) =>
        [0.1, 0.5, 0.9].some((part) => {
          const [x, y] = [left + part * (right - left), (top + bottom) / 2];
          if (!within(name, x, y)) return false;
          const over = document.elementFromPoint(x, y);
          return !name.closest('[data-seat]').contains(over);
        }),
      ),
    );
    document.adoptedStyleSheets.pop();
    return found.map(told);
  };

  /** What is cut short with dots. */
  window.dotted = () =>
    seen('body *').filter((at) => getComputedStyle(at).textOverflow === 'ellipsis' && at.scrollWidth > at.clientWidth).map(told);

  /** What of the words in the middle of the ring stands outside of its floor, or crosses its line of time, where they are drawn. */
  window.outside = () => {
    const drawn = document.querySelector('.floor:not([data-fits=false])');
    if (!drawn) return [];
    const floor = drawn.getBoundingClientRect();
    const [line] = seen('.floor > svg > path');
    const edge = line ? 8 : 0;
    const [rx, ry] = [floor.width / 2, floor.height / 2];
    const stands = (x, y) =>
      ((x - floor.left - rx) / (rx - edge)) ** 2 + ((y - floor.top - ry) / (ry - edge)) ** 2 > 1;
    return seen('.floor .words > :is(h2, div)').filter((at) => {
      const range = document.createRange();
      range.selectNodeContents(at);
      return [...range.getClientRects()].some(({ left, right, top, height }) =>
        [0.2, 0.8].some((part) => stands(left, top + part * height) || stands(right, top + part * height)),
      );
    }).map(told);
  };

  /** Parts of the page that are named to whoever goes from one to the next, and hold nothing. */
  window.hollow = () =>
    seen('header, main, aside, section:is([aria-label], [aria-labelledby])').filter((at) => !at.innerText.trim()).map(told);

  const fields = () =>
    seen('select, textarea, input:not([type=radio], [type=checkbox]), .dock button').filter((at) => !modal() || modal().contains(at));

  /** Fields, and buttons of one's own part, of which one lies over the other. */
  window.overlapping = () =>
    fields().filter((at, n, all) => {
      const { left, right, top, bottom } = at.getBoundingClientRect();
      return all.slice(n + 1).some((other) => {
        const box = other.getBoundingClientRect();
        return left < box.right && box.left < right && top < box.bottom && box.top < bottom;
      });
    }).map(told);

  /** What has been chosen and has no room for its words. */
  window.shortened = () =>
    fields().filter((at) => {
      if (!at.matches('select')) return false;
      const { font, paddingLeft, paddingRight } = getComputedStyle(at);
      const pen = document.createElement('canvas').getContext('2d');
      pen.font = font;
      const words = pen.measureText(at.selectedOptions[0]?.text ?? '').width;
      return words > at.clientWidth - parseFloat(paddingLeft) - parseFloat(paddingRight) + 1;
    }).map(told);

  /** Which words go on in the next line without a hyphen. Names and links may: whatever they are, they stand whole. */
  window.broken = (among = 'body *') =>
    seen(among)
      .filter((at) => !at.closest('bdi, a, option'))
      .flatMap((at) => [...at.childNodes].filter(({ nodeType }) => nodeType === Node.TEXT_NODE))
      .flatMap((text) => {
        const words = [...text.data.matchAll(/[\p{L}\p{M}]+/gu)].filter(({ 0: word, index }) => {
          const range = document.createRange();
          range.setStart(text, index);
          range.setEnd(text, index + word.length);
          const [first, ...others] = range.getClientRects();
          return others.some(({ top }) => top > first.top + 4); // lines may overlap
        });
        return words.map(([word]) => `${word}: ${told(text.parentElement)}`);
      });

  /** What is cut off. */
  window.clipped = () =>
    seen('body *').filter((at) => {
      const { overflowX, overflowY } = getComputedStyle(at);
      const cuts = (overflow) => ['hidden', 'clip'].includes(overflow);
      return (
        at.innerText?.trim() &&
        ((cuts(overflowX) && at.scrollWidth > at.clientWidth + 1) || (cuts(overflowY) && at.scrollHeight > at.clientHeight + 1))
      );
    }).map(told);

  const spacing = new CSSStyleSheet(); // a style element in the page is refused (Content-Security-Policy)
  spacing.replaceSync(`* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }
    p { margin-block-end: 2em !important }`);
  const drawn = () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));

  /** What can no longer be read once letters, words, lines and paragraphs are spaced out (WCAG 1.4.12). */
  window.spaced = async () => {
    document.adoptedStyleSheets.push(spacing);
    dispatchEvent(new Event('resize')); // what is open finds its place with these spaces
    await drawn();
    const wide = document.documentElement.scrollWidth > innerWidth ? ['it scrolls sideways'] : [];
    const questions = ['clipped', 'dotted', 'beyond', 'shortened', 'overlapping', 'outside'];
    const found = questions.flatMap((question) => window[question]().map((at) => `${question}: ${at}`));
    document.adoptedStyleSheets.pop();
    return [...wide, ...found];
  };
})();
