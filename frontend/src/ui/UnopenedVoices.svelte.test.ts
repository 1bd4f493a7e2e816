import { render, screen } from '@testing-library/svelte';
import { afterEach, expect, test, vi } from 'vitest';
import { words } from '../lib/circle-words';
import { aSeat, aView } from '../lib/testing';
import TestingRoom from './TestingRoom.svelte';
import UnopenedVoices from './UnopenedVoices.svelte';

const sealed = { digits: '12345678', sent: false, withheld: false };
const seats = [
  aSeat(1, { name: 'Frida', voice: 'heard' }),
  aSeat(3, { name: 'Piet' }),
  aSeat(4, { name: 'Mia', voice: 'heard' }),
  aSeat(5, { name: 'Max', voice: 'closed_by_person' }),
  aSeat(6, { name: 'Finn', voice: 'heard', in_debrief: true }),
];
const show = (unopened: number[]) =>
  render(TestingRoom, {
    part: UnopenedVoices,
    view: { ...aView(), seats },
    sealed: { ...sealed, unopened },
  });

afterEach(() => vi.unstubAllGlobals());

test('who speaks here and cannot be opened is named, with what to do', () => {
  const reload = vi.fn();
  vi.stubGlobal('location', { reload });
  show([4, 5, 6, 1]);
  const said = screen.getByRole('region', { name: words.hearing.title }).textContent;
  expect(said).toContain(words.hearing.unopened('Frida and Mia'));
  screen.getByRole('button', { name: words.part.reload }).click();
  expect(reload).toHaveBeenCalledOnce();
});

test.each([
  ['everybody’s voice opens', []],
  ['whoever cannot be opened does not speak, or not in this room', [5, 6]],
])('nothing is said where %s', (_, unopened) => {
  show(unopened);
  expect(screen.queryByRole('region')).toBe(null);
});
