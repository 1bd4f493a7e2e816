import { describe, expect, test } from 'vitest';
import type { Role, Voice } from '../../protocol';
import { action, saying, type Action, type Saying, type Situation } from './control';

type Microphone = Situation['microphone'];
type You = Situation['you'];

const MICROPHONES: Microphone[] = [
  'released',
  'asking',
  'waiting',
  'denied',
  'busy',
  'none',
  'insecure',
  'withheld',
  'ended',
  'muted',
  'silent',
  'open',
];
const VOICES: Voice[] = [
  'heard',
  'closed_by_person',
  'closed_by_phase',
  'silenced',
  'listening',
  'unconnected',
  'away',
];
const LINES: Situation['line'][] = [
  'connected',
  'joining',
  'reconnecting',
  'back',
  'blocked',
  'moving',
];
const ROLES: Role[] = ['facilitator', 'presenter', 'member', 'observer'];

const you = (of: Partial<You> = {}): You => ({
  role: 'member',
  voice: 'heard',
  held_silent: false,
  microphone_open: of.voice === undefined || of.voice === 'heard',
  can: [],
  ...of,
});

const situation = (
  of: Partial<Omit<Situation, 'you'>> & { you?: Partial<You> } = {},
): Situation => ({
  line: 'connected',
  microphone: 'open',
  sending: true,
  inDebrief: false,
  unheard: null,
  ...of,
  you: you(of.you),
});

/** Where a microphone is missing that is said, whatever the voice. */
const MISSING: Saying[] = ['waiting', 'denied', 'busy', 'none', 'insecure', 'withheld', 'ended'];
const always = (said: Saying): Saying[] => MICROPHONES.map(() => said);
const apart = (said: Saying): Saying[] => [said, said, ...MISSING, said, said, said];

/** What is said where the line stands: one row a voice, one column a microphone, in the order of MICROPHONES. */
const SAID: Record<Voice, Saying[]> = {
  heard: ['opening', 'opening', ...MISSING, 'switched_off', 'silent', 'heard'],
  closed_by_person: ['opening', 'opening', ...MISSING, 'closed', 'closed', 'closed'],
  closed_by_phase: apart('stays_closed'),
  unconnected: apart('unconnected'),
  away: apart('away'),
  silenced: always('silenced'),
  listening: always('outside'),
};

describe.each(VOICES)('a voice that is %s', (voice) => {
  test.each(MICROPHONES.map((microphone, column) => ({ microphone, column })))(
    'with a microphone that is $microphone',
    ({ microphone, column }) => {
      const given = situation({
        you: { voice, microphone_open: false, can: ['open_microphone'] },
        microphone,
      });
      expect(saying(given)).toBe(SAID[voice][column]);
    },
  );
});

test('the line goes before everything', () => {
  for (const line of LINES.slice(1)) expect(saying(situation({ line }))).toBe(line);
});

test('whoever sits back is told so, whatever their microphone does', () => {
  for (const microphone of MICROPHONES) {
    const sits = situation({ you: { voice: 'closed_by_phase', held_silent: true }, microphone });
    expect(saying(sits)).toBe('sitting_back');
    expect(action({ ...sits, you: { ...sits.you, can: ['open_microphone'] } })).toBe(null);
  }
});

test('an observer is told that they observe, and can do nothing about it', () => {
  const observes = situation({ you: { role: 'observer', voice: 'listening' } });
  expect(saying(observes)).toBe('observing');
  expect(action(observes)).toBe(null);
});

test('in the outer circle of a fishbowl there is no switch to press', () => {
  const outside = situation({ you: { voice: 'listening', can: [] } });
  expect(action(outside)).toBe(null);
});

test('the silenced are told so while they sit back too, and not that they could open their microphone', () => {
  const silenced = situation({ you: { voice: 'silenced', held_silent: true } });
  expect(saying(silenced)).toBe('silenced');
  expect(action(silenced)).toBe(null);
});

test('a switch left open waits for the floor', () => {
  const waits = situation({ you: { voice: 'closed_by_phase', microphone_open: true } });
  expect(saying(waits)).toBe('opens_with_floor');
});

test('nobody is said to be heard before their sound has been seen to leave', () => {
  expect(saying(situation({ sending: null }))).toBe('opening');
  expect(saying(situation({ sending: false }))).toBe('unsent');
  expect(saying(situation({ sending: true }))).toBe('heard');
  expect(saying(situation({ inDebrief: true }))).toBe('heard_in_debrief');
});

test.each(['alone', 'unheard'] as const)(
  'nobody is said to be heard where there is nobody to hear them: %s',
  (unheard) => {
    expect(saying(situation({ unheard }))).toBe(unheard);
    expect(saying(situation({ unheard, inDebrief: true }))).toBe(unheard);
    expect(saying(situation({ unheard, sending: false }))).toBe('unsent');
    const closes = situation({ unheard, you: { can: ['close_microphone'] } });
    expect(action(closes)).toBe('close');
  },
);

test('"the circle hears you" is said in one case of all', () => {
  const heard: Situation[] = [];
  for (const line of LINES)
    for (const voice of VOICES)
      for (const microphone of MICROPHONES)
        for (const role of ROLES)
          for (const held_silent of [false, true])
            for (const sending of [null, false, true]) {
              const all = situation({
                line,
                microphone,
                sending,
                you: { voice, role, held_silent },
              });
              if (saying(all) === 'heard') heard.push(all);
            }
  const one = situation({ you: { voice: 'heard' } });
  const speaking = ROLES.filter((role) => role !== 'observer');
  expect(heard).toEqual(speaking.map((role) => ({ ...one, you: { ...one.you, role } })));
});

describe('pressing', () => {
  const cases: [string, Situation, Action | null][] = [
    ['opens', situation({ you: { voice: 'closed_by_person', can: ['open_microphone'] } }), 'open'],
    ['closes', situation({ you: { can: ['close_microphone'] } }), 'close'],
    [
      'closes also what no sound has left yet',
      situation({ sending: false, you: { can: ['close_microphone'] } }),
      'close',
    ],
    [
      'lets it open later',
      situation({ you: { voice: 'closed_by_phase', can: ['open_microphone'] } }),
      'open_later',
    ],
    [
      'keeps it closed later',
      situation({
        you: { voice: 'closed_by_phase', microphone_open: true, can: ['close_microphone'] },
      }),
      'close_later',
    ],
    ['asks again', situation({ microphone: 'denied', you: { can: ['open_microphone'] } }), 'retry'],
    ['asks for another', situation({ microphone: 'ended' }), 'replace'],
    [
      'cannot help a browser that gives no sound',
      situation({ line: 'impossible', you: { can: ['close_microphone'] } }),
      null,
    ],
    ['cannot help a page of plain http', situation({ microphone: 'insecure' }), null],
    ['cannot help a page that an app shows', situation({ microphone: 'withheld' }), null],
    [
      'opens what is still starting, which is heard once it gives sound',
      situation({
        microphone: 'asking',
        you: { voice: 'closed_by_person', can: ['open_microphone'] },
      }),
      'open',
    ],
    [
      'opens nothing while the browser asks',
      situation({
        microphone: 'waiting',
        you: { voice: 'closed_by_person', can: ['open_microphone'] },
      }),
      null,
    ],
    [
      'closes even while the browser asks',
      situation({ microphone: 'waiting', you: { can: ['close_microphone'] } }),
      'close',
    ],
    ['is not the silenced person’s', situation({ you: { voice: 'silenced' } }), null],
    ['is not an observer’s', situation({ you: { voice: 'listening', role: 'observer' } }), null],
  ];
  test.each(cases)('%s', (_, given, expected) => expect(action(given)).toBe(expected));
});
