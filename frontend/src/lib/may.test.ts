import { expect, test } from 'vitest';
import type { AtDoor, SeatView, You } from '../protocol';
import { may, turnOf } from './may';

const you: Pick<You, 'can'> = { can: ['next_step'] };
const seat: Pick<SeatView, 'can'> = { can: ['silence_person'] };
const atDoor: Pick<AtDoor, 'can'> = { can: ['admit'] };

test('what a view names may be asked, and nothing else', () => {
  expect(may(you, 'next_step')).toBe(true);
  expect(may(you, 'go_back')).toBe(false);
  expect(may(seat, 'silence_person')).toBe(true);
  expect(may(atDoor, 'turn_away')).toBe(false);
});

test('of the ways of a button that turns, the one that is open is asked', () => {
  expect(turnOf(you, 'go_back', 'next_step')).toBe('next_step');
  expect(turnOf(you, 'close_door', 'open_door')).toBe(undefined);
});

test('a command that does not exist, or is asked of the wrong holder, does not compile', () => {
  // @ts-expect-error there is no such command
  expect(may(you, 'next_stepp')).toBe(false);
  // @ts-expect-error a seat's command, asked of oneself
  expect(may(you, 'silence_person')).toBe(false);
  // @ts-expect-error one's own command, asked of a seat
  expect(may(seat, 'next_step')).toBe(false);
  // @ts-expect-error one's own command, asked of somebody at the door
  expect(may(atDoor, 'open_microphone')).toBe(false);
});
