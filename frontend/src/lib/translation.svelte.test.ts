import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { keepsWordsTrue } from './translation';

const font = (words: string): HTMLElement => {
  const [outer, inner] = [document.createElement('font'), document.createElement('font')];
  inner.textContent = words;
  outer.append(inner);
  return outer;
};
const changes = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

/** How translators put their words in the place of a text. */
const TRANSLATORS: Record<string, (text: Text, words: string) => void> = {
  'replaces it': (text, words) => text.replaceWith(font(words)),
  'puts its own before it and takes it out': (text, words) => {
    text.before(font(words));
    text.remove();
  },
  'puts its own behind it and takes it out': (text, words) => {
    text.after(font(words));
    text.remove();
  },
  'wraps it': (text, words) => {
    const wrapped = font('');
    text.before(wrapped);
    wrapped.firstElementChild!.append(text);
    text.data = words;
  },
};

let root: HTMLElement;
let stop: () => void;

beforeEach(() => {
  root = document.body.appendChild(document.createElement('main'));
  stop = keepsWordsTrue(root);
});

afterEach(() => stop());

describe.each(Object.entries(TRANSLATORS))('a translator that %s', (_, translate) => {
  let text: Text;

  beforeEach(async () => {
    root.innerHTML = '<i></i><p>The circle hears you</p>';
    text = root.querySelector('p')!.firstChild as Text;
    await changes();
    translate(text, 'Der Kreis hört Sie');
    await changes();
  });

  const shown = (): string => root.textContent ?? '';

  test('is seen', () => expect(shown()).toBe('Der Kreis hört Sie'));

  test('is not seen any more once the state has changed, and can translate the new one', async () => {
    text.data = 'Your microphone is closed';
    await changes();
    expect(shown()).toBe('Your microphone is closed');
    translate(text, 'Ihr Mikrofon ist zu');
    await changes();
    expect(shown()).toBe('Ihr Mikrofon ist zu');
    text.data = '';
    await changes();
    expect(shown()).toBe('');
  });

  test('goes with the text, wherever it stands', async () => {
    root.querySelector('i')!.append(text);
    await changes();
    expect(root.querySelector('i')!.textContent).toBe('Der Kreis hört Sie');
    text.remove();
    await changes();
    expect(shown()).toBe('');
  });
});

test('a translator that finds better words is not left standing with them', async () => {
  root.innerHTML = '<p>Reconnecting</p>';
  const text = root.querySelector('p')!.firstChild as Text;
  text.replaceWith(font('Verbinde'));
  await changes();
  root.querySelector('font')!.replaceWith(font('Verbindet sich neu'));
  await changes();
  expect(root.textContent).toBe('Verbindet sich neu');
  text.data = 'All connected';
  await changes();
  expect(root.textContent).toBe('All connected');
});

test('a translator that gives the page its own words back is let', async () => {
  root.innerHTML = '<p>Reconnecting</p>';
  const text = root.querySelector('p')!.firstChild as Text;
  text.replaceWith(font('Verbindet sich neu'));
  await changes();
  root.querySelector('font')!.replaceWith(text);
  await changes();
  expect(root.textContent).toBe('Reconnecting');
  text.data = 'All connected';
  await changes();
  expect(root.textContent).toBe('All connected');
});

test('a text that goes while its neighbour is translated does not come back', async () => {
  root.innerHTML = '<p>one<b></b>two</p>';
  const [one, , two] = [...root.querySelector('p')!.childNodes] as Text[];
  one!.replaceWith(font('eins'));
  await changes();
  root.querySelector('b')!.remove();
  two!.remove();
  await changes();
  expect(root.textContent).toBe('eins');
});

test('without a translator nothing is changed', async () => {
  root.innerHTML = '<p>one</p>';
  const text = root.querySelector('p')!.firstChild as Text;
  text.data = 'two';
  await changes();
  text.remove();
  await changes();
  expect(root.innerHTML).toBe('<p></p>');
});
