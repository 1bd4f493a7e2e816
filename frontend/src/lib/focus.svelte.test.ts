import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { keepsFocus, rememberedFocus } from './focus';

/** In a browser, what holds nothing has no height. */
function heightOf(this: HTMLElement): number {
  return this.textContent === '' ? 0 : 40;
}

let stop: () => void;
let page: HTMLElement;

beforeEach(() => {
  vi.spyOn(HTMLElement.prototype, 'offsetHeight', 'get').mockImplementation(heightOf);
  page = document.body.appendChild(document.createElement('div'));
  page.innerHTML =
    '<main><h1>The circle</h1><section tabindex="-1"><ul><li><button>Agree</button></li></ul></section></main>';
  stop = keepsFocus(page);
  page.querySelector('button')!.focus();
});

afterEach(() => {
  vi.restoreAllMocks();
  stop();
});

const focused = () => document.activeElement?.localName;
const changed = () => new Promise((done) => setTimeout(done));

test('where a pressed button goes away, the focus stays at what is around it', async () => {
  page.querySelector('li')!.before('Somebody else asks.');
  page.querySelector('li')!.remove();
  await changed();
  expect(focused()).toBe('section');
});

test('where nothing is left around it either, the focus is at the page’s main part', async () => {
  page.querySelector('li')!.remove();
  await changed();
  expect(focused()).toBe('main');
});

test('what has the focus and has nothing in it any more gives it on, before a browser takes it away', async () => {
  const section = page.querySelector('section')!;
  section.focus();
  section.replaceChildren();
  await changed();
  expect(focused()).toBe('main');
});

test('a browser that cannot say whether something is seen (Safari before 17.4) goes by its height', async () => {
  const known = Object.getOwnPropertyDescriptor(Element.prototype, 'checkVisibility')!;
  Reflect.deleteProperty(Element.prototype, 'checkVisibility');
  page.querySelector('li')!.before('Somebody else asks.');
  page.querySelector('li')!.remove();
  await changed();
  Object.defineProperty(Element.prototype, 'checkVisibility', known);
  expect(focused()).toBe('section');
});

test('what was pressed is brought back into sight where the answer moves it', async () => {
  const scrolls = vi.spyOn(HTMLElement.prototype, 'scrollIntoView');
  page.querySelector('h1')!.append(' closes');
  await changed();
  expect(scrolls).not.toHaveBeenCalled();
  page.querySelector('button')!.click();
  page.querySelector('h1')!.append(' soon');
  page.querySelector('main')!.prepend(document.createElement('p'));
  await changed();
  expect(scrolls.mock.contexts[0]).toBe(page.querySelector('button'));
});

test('nothing is brought into sight that only has the focus by now', async () => {
  const scrolls = vi.spyOn(HTMLElement.prototype, 'scrollIntoView');
  page.querySelector('button')!.click();
  page.querySelector('li')!.remove();
  await changed();
  expect(focused()).toBe('main');
  expect(scrolls).not.toHaveBeenCalled();
});

test('where the whole page is another one, the focus is at its main part', async () => {
  page.innerHTML = '<main><h1>Goodbye</h1></main>';
  await changed();
  expect(focused()).toBe('main');
});

test('whatever else goes away, the focus stays where it is', async () => {
  page.querySelector('h1')!.remove();
  await changed();
  expect(focused()).toBe('button');
});

/** In a list that is ordered anew, what is moved loses the focus and is still there. */
const moves = (): void => page.querySelector('h1')!.before(page.querySelector('section')!);

test('what is moved to another place keeps the focus', async () => {
  const button = page.querySelector('button')!;
  moves();
  await changed();
  expect(document.activeElement).toBe(button);
  moves();
  await changed();
  expect(document.activeElement).toBe(button);
});

test('what was left by hand does not take the focus back when it is moved', async () => {
  page.querySelector('button')!.blur();
  await changed();
  moves();
  await changed();
  expect(focused()).toBe('body');
});

test('what has taken the focus meanwhile keeps it', async () => {
  page.innerHTML = '<main><h1 tabindex="-1">Goodbye</h1></main>';
  page.querySelector('h1')!.focus();
  await changed();
  expect(focused()).toBe('h1');
});

test('a dialog that closes gives the focus back to the button it came from, and not to what is around it', async () => {
  const giveBack = rememberedFocus();
  const dialog = page.querySelector('section')!.appendChild(document.createElement('dialog'));
  dialog.innerHTML = '<button>Close</button>';
  dialog.open = true;
  dialog.querySelector('button')!.focus();
  dialog.remove();
  await changed();
  giveBack();
  expect(document.activeElement).toBe(page.querySelector('li button'));
});
