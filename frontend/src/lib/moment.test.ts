import { expect, test } from 'vitest';
import type { Phase, Presence, Role, View } from '../protocol';
import { momentGuidance } from './moment';
import { circleEn as en } from './circle-words.en';

const seat = (number: number, role: Role, name: string, presence: Presence = 'here') => ({
  number,
  role,
  name,
  presence,
});
const view = (phase: Phase, role: Role, more: object = {}): View =>
  ({
    phase,
    you: { role, sits_back: false, held_silent: false },
    clock: { bounded: false },
    seats: [seat(1, 'facilitator', 'Frida'), seat(3, 'presenter', 'Piet Janssen')],
    ...more,
  }) as unknown as View;
const nobodyChosen = { seats: [seat(1, 'facilitator', 'Frida'), seat(3, 'member', 'Piet')] };

test('once a presenter is named, nobody is asked for a case any more', () => {
  const guidance = (role: Role) => momentGuidance(view('call_for_case', role), en);
  expect(guidance('member')).toBe('Piet brings the case.');
  expect(guidance('facilitator')).toBe('Piet brings the case. Go on when everybody is ready.');
  expect(guidance('presenter')).toBe(en.moment.youAreChosen);
  expect(guidance('observer')).toBeNull();
  expect(momentGuidance(view('call_for_case', 'member', nobodyChosen), en)).toBeNull();
});

test('of two with one first name it is said which of them has been named', () => {
  const named = (first: Role, second: Role): string | null => {
    const seats = [seat(3, first, 'Anna Meier'), seat(4, second, 'Anna Schmidt')];
    return momentGuidance(view('call_for_case', 'member', { seats }), en);
  };
  expect(named('presenter', 'member')).toBe('Anna Meier brings the case.');
  expect(named('member', 'presenter')).toBe('Anna Schmidt brings the case.');
});

test.each(['call_for_case', 'presentation', 'clarifying_questions', 'presenter_returns'] as const)(
  'in %s nobody is told of a presenter whose line is away, or who has left, as if they were there',
  (phase) => {
    for (const presence of ['coming_back', 'left'] as const)
      for (const role of ['facilitator', 'member'] as const) {
        const away = { seats: [seat(3, 'presenter', 'Piet Janssen', presence)] };
        expect(momentGuidance(view(phase, role, away), en)).toBe('Piet is not connected just now.');
        expect(momentGuidance(view(phase, role), en)).not.toBe('Piet is not connected just now.');
      }
  },
);

test('who sits back and may speak is not told that they only listen', () => {
  const outside = (held_silent: boolean) => ({
    you: { role: 'presenter', sits_back: true, held_silent },
  });
  expect(momentGuidance(view('reflection', 'presenter', outside(false)), en)).toBe(
    en.moment.mayStillSpeak,
  );
  expect(momentGuidance(view('reflection', 'presenter', outside(true)), en)).toBeNull();
});

test('in a room that closes nobody is told to stay as long as they like', () => {
  const bounded = { clock: { bounded: true } };
  expect(momentGuidance(view('lingering', 'member', bounded), en)).toBe(en.moment.roomCloses);
  expect(momentGuidance(view('lingering', 'member'), en)).toBeNull();
});

test('the opening asks a facilitator something else than the arriving did', () => {
  expect(momentGuidance(view('opening', 'facilitator'), en)).toBe(en.moment.welcomeAll);
  expect(momentGuidance(view('gathering', 'facilitator'), en)).toBeNull();
});
