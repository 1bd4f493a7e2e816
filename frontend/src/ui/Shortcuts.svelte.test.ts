import { fireEvent, render, screen } from '@testing-library/svelte';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Command, View } from '../protocol';
import { announcer } from '../lib/announcer.svelte';
import { choices } from '../lib/choices.svelte';
import { TAP_MS } from '../lib/hold';
import { USUAL, withKey } from '../lib/shortcuts';
import { words } from '../lib/circle-words';
import { aSeat, aView } from '../lib/testing';
import type { LineSign } from '../lib/visit';
import Shortcuts from './Shortcuts.svelte';
import TestingRoom from './TestingRoom.svelte';

let asked: Command['type'][];

beforeEach(() => {
  vi.useFakeTimers();
  asked = [];
  choices.shortcuts = USUAL;
});

afterEach(() => {
  announcer.clear();
  vi.useRealTimers();
});

const closed = (): View => ({
  ...aView(['open_microphone']),
  seats: [aSeat(3), aSeat(4, { name: 'Mia' })],
});
const open = (): View => {
  const view = {
    ...closed(),
    you: { ...closed().you, voice: 'heard' as const, microphone_open: true },
  };
  return { ...view, you: { ...view.you, can: ['close_microphone'] } };
};
const show = (view = closed(), speaking: number[] = [], line?: LineSign) =>
  render(TestingRoom, {
    part: Shortcuts,
    view,
    speaking,
    line,
    ask: ({ type }: Command) => void asked.push(type),
  });

const down = (target: Element | Window, key: string, more: KeyboardEventInit = {}) =>
  fireEvent.keyDown(target, { key, code: key, ...more });
const up = (key: string) => fireEvent.keyUp(window, { key, code: key });

async function holds(): Promise<void> {
  await down(document.body, ' ');
  vi.advanceTimersByTime(TAP_MS);
}

test('a tap of the space bar opens nothing; held, it is heard until it is let go', async () => {
  show();
  await down(document.body, ' ');
  await up(' ');
  vi.advanceTimersByTime(10 * TAP_MS);
  expect(asked).toEqual([]);
  await holds();
  expect(asked).toEqual(['open_microphone']);
  await up(' ');
  expect(asked).toEqual(['open_microphone', 'close_microphone']);
});

test('a tap closes', async () => {
  show(open());
  await down(document.body, ' ');
  expect(asked).toEqual(['close_microphone']);
});

test.each([
  ['Command', () => down(document.body, 'Meta', { metaKey: true })],
  ['another window', () => fireEvent(window, new Event('blur'))],
  ['a page that goes', () => fireEvent(window, new Event('pagehide'))],
  [
    'a page that is hidden',
    () => {
      vi.spyOn(document, 'hidden', 'get').mockReturnValue(true);
      return fireEvent(document, new Event('visibilitychange'));
    },
  ],
])('%s lets go', async (_, happens) => {
  show();
  await holds();
  await happens();
  vi.restoreAllMocks();
  expect(asked).toEqual(['open_microphone', 'close_microphone']);
});

test('a phase that takes the floor lets go, and the microphone stays closed in the next one', async () => {
  const { rerender } = show();
  await holds();
  await rerender({ view: open() });
  await rerender({ view: { ...open(), you: { ...open().you, voice: 'closed_by_phase' } } });
  expect(asked).toEqual(['open_microphone', 'close_microphone']);
  await rerender({ view: closed() });
  vi.advanceTimersByTime(10 * TAP_MS);
  expect(asked.length).toBe(2);
});

test('while the browser asks for the microphone, nobody is shown as open who holds a key to speak', async () => {
  const { rerender } = show();
  await rerender({ lacks: 'waiting' });
  await holds();
  await up(' ');
  expect(asked).toEqual([]);
  await rerender({ lacks: null });
  await holds();
  await rerender({ view: open() });
  expect(asked).toEqual(['open_microphone']);
  await rerender({ lacks: 'waiting' });
  expect(asked).toEqual(['open_microphone', 'close_microphone']);
});

test('a button keeps its space bar, and a field all its keys', async () => {
  show();
  const button = screen.getByRole('button', { name: words.keys.title });
  const field = document.body.appendChild(document.createElement('input'));
  for (const target of [button, field]) await down(target, ' ');
  await down(field, '?');
  vi.advanceTimersByTime(10 * TAP_MS);
  expect(asked).toEqual([]);
  expect(screen.queryByRole('dialog')).toBeNull();
});

test('a button that a pointer has led to leaves its space bar to the page, until a keyboard comes to it', async () => {
  show();
  const button = screen.getByRole('button', { name: words.keys.title });
  const field = document.body.appendChild(document.createElement('input'));
  field.focus();
  await fireEvent.pointerUp(field);
  expect(await down(field, ' ')).toBe(true);
  button.focus(); // as a dialog gives it back that a pointer has closed
  expect(await down(button, ' ')).toBe(false);
  vi.advanceTimersByTime(TAP_MS);
  await up(' ');
  expect(asked).toEqual(['open_microphone', 'close_microphone']);
  await down(field, 'Tab');
  expect(await down(button, ' ')).toBe(true);
});

test('who is speaking is told to whoever asks', async () => {
  show(closed(), [4]);
  await down(document.body, 's');
  expect(announcer.polite).toBe('Mia is speaking.');
});

test('of a circle that is not heard here nobody is told that it is silent', async () => {
  show(closed(), [], 'back');
  await down(document.body, 's');
  expect(announcer.polite).toBe(`${words.mine.back.is}.`);
});

test('who has no keyboard asks by buttons', async () => {
  show(closed(), [4]);
  await fireEvent.click(screen.getByRole('button', { name: words.keys.title }));
  await fireEvent.click(screen.getByRole('button', { name: words.keys.what.who_speaks }));
  expect(announcer.polite).toBe('Mia is speaking.');
  await fireEvent.click(screen.getByRole('button', { name: words.keys.what.where }));
  expect(document.querySelector('.answer')?.textContent).toContain(words.phase.gathering);
});

test('where the circle is is told to whoever asks', async () => {
  show();
  await down(document.body, 'w');
  expect(announcer.polite).toContain(words.phase.gathering);
});

test('the list opens by its key, also another one, and not when all are switched off', async () => {
  show();
  choices.shortcuts = withKey(USUAL, 'list', 'h')!;
  await down(document.body, '?', { shiftKey: true });
  choices.shortcuts = { ...choices.shortcuts, on: false };
  await down(document.body, 'h');
  expect(screen.queryByRole('dialog')).toBeNull();
  choices.shortcuts = { ...choices.shortcuts, on: true };
  await down(document.body, 'h');
  expect(screen.getByRole('dialog', { name: words.keys.title })).toBeTruthy();
});
