import { render, screen, within } from '@testing-library/svelte';
import { expect, test } from 'vitest';
import { words } from '../lib/strings';
import { aSign } from '../lib/testing';
import FrameSheet from './FrameSheet.svelte';

const frame = () => within(screen.getByRole('region', { name: words.frame.title }));

test('that joining is agreeing stands with what is agreed on', () => {
  render(FrameSheet, { sign: aSign() });
  expect(frame().getByText('By joining you agree to this.')).toBeTruthy();
});

test('as long as it cannot be read, nobody is said to agree to anything', () => {
  render(FrameSheet, { sign: null });
  expect(frame().getByText(words.frame.unread)).toBeTruthy();
  expect(screen.queryByText(words.lobby.agreeing)).toBe(null);
});

test('whoever comes back has agreed already', () => {
  render(FrameSheet, { sign: aSign(), returns: true });
  expect(screen.queryByText(words.lobby.agreeing)).toBe(null);
});

test.each([
  ['nothing more', {}, []],
  ['who has a case', { offers_seen_by_all: true }, ['Everybody sees who has a case.']],
  ['the minutes', { digits_for_all: true }, ['Everybody sees the minutes.']],
])('what the circle shows to all is read before one agrees to it: %s', (_, shown, says) => {
  const { frame: usual, ...sign } = aSign();
  render(FrameSheet, { sign: { ...sign, frame: { ...usual, ...shown } } });
  const points = frame().getAllByRole('listitem');
  expect(points.map((at) => at.textContent).filter((text) => /^Everybody/.test(text))).toEqual(
    says,
  );
});
