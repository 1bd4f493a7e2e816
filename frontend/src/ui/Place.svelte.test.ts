import { fireEvent, render, screen } from '@testing-library/svelte';
import { expect, test } from 'vitest';
import type { AimedCommand, Command, View } from '../protocol';
import { words } from '../lib/leading-words';
import { aSeat, aView } from '../lib/testing';
import Places from './leading/Places.svelte';
import Place from './Place.svelte';
import TestingRoom from './TestingRoom.svelte';

const { fishbowl, places } = words;
const own = (...can: AimedCommand[]): View => ({ ...aView(), seats: [aSeat(3, { can })] });
const led = (outer: number[], more: Partial<View> = {}): View => ({
  ...aView(outer.length > 0 ? ['change_places'] : []),
  frame: { ...aView().frame, fishbowl: true },
  outer,
  ...more,
});

test('one button takes oneself outside and inside, as the server lets one', async () => {
  const asked: Command[] = [];
  const ask = (command: Command): void => void asked.push(command);
  const { rerender } = render(TestingRoom, { part: Place, view: own('sit_outside'), ask });
  await fireEvent.click(screen.getByRole('button', { name: fishbowl.sit_outside }));
  await rerender({ view: own('sit_inside') });
  await fireEvent.click(screen.getByRole('button', { name: fishbowl.sit_inside }));
  expect(asked).toEqual([
    { type: 'sit_outside', seat: 3 },
    { type: 'sit_inside', seat: 3 },
  ]);
  await rerender({ view: own() });
  expect(screen.queryByRole('button')).toBe(null);
});

test('both circles change places as they were when it was pressed', async () => {
  const asked: Command[] = [];
  const ask = (command: Command): void => void asked.push(command);
  const { rerender } = render(TestingRoom, { part: Places, view: led([4, 6]), ask });
  await fireEvent.click(screen.getByRole('button', { name: places.change }));
  expect(asked).toEqual([{ type: 'change_places', outer: [4, 6] }]);
  await rerender({ view: led([]) });
  screen.getByText(places.nobody);
  expect(screen.queryByRole('button')).toBe(null);
  await rerender({ view: led([], { frame: aView().frame }) });
  expect(screen.queryByText(places.nobody)).toBe(null);
});
