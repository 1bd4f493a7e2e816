import { expect, test } from 'vitest';
import { MARKS, SUBJECTS, type Found } from './finding';
import { report, type Checked } from './report';
import { said } from './say';

const checked: Checked = {
  findings: {
    page: { is: 'passes', measured: { roundTripMs: 41, lost: null } },
    socket: { is: 'passes', measured: { roundTripMs: 38, lost: null } },
    microphone: { is: 'silent' },
    udp: { is: 'blocked' },
    tcp: { is: 'passes', measured: { roundTripMs: 52, lost: 0.0049 } },
    turn: { is: 'passes', measured: { roundTripMs: 57, lost: 0, relayedBy: 'tls' } },
  },
  verdict: 'other_way',
  servers: {
    udp: ['203.0.113.7:8000'],
    tcp: ['203.0.113.7:443'],
    relays: ['turns:turn.example:443?transport=tcp'],
  },
  endedMs: Date.UTC(2026, 10, 26, 8, 31),
  host: 'circle.example',
  browser: 'Mozilla/5.0',
};

test('the report is plain text that tells a help desk what was found and what to do', () => {
  expect(report(checked)).toBe(
    [
      'Line check of a Balint circle',
      'When: 2026-11-26 08:31 UTC',
      'Server: circle.example',
      'Browser: Mozilla/5.0',
      '',
      'You can meet from here. Sound takes a longer way, and may arrive with a delay.',
      '',
      'This page: Gets through. 41\u00a0ms there and back.',
      'WebSocket: Gets through. 38\u00a0ms there and back.',
      'Microphone: Your microphone gives no sound. Is the microphone itself switched off? If not, choose another.',
      'Sound by UDP: Does not get through. Ask for UDP to the server’s address and port below to be let through, and its answers.',
      'Sound by TCP: Gets through. 52\u00a0ms there and back. 0.5% lost.',
      'Sound by a relay (TURN): Gets through. By TLS to the relay. 57\u00a0ms there and back. 0% lost.',
      '',
      'Sound by UDP goes to: 203.0.113.7:8000',
      'Sound by TCP goes to: 203.0.113.7:443',
      'Sound by a relay goes to: turns:turn.example:443?transport=tcp',
    ].join('\n'),
  );
});

test('where no offer came nothing is said of addresses', () => {
  const text = report({ ...checked, servers: { udp: [], tcp: [], relays: [] } });
  expect(text.split('\n').at(-1)).toBe('Sound by UDP goes to: not known');
});

test('every finding has words, and whatever is amiss says what to do', () => {
  for (const is of Object.keys(MARKS) as Found[])
    for (const subject of SUBJECTS) {
      const { is: text, todo } = said(subject, { is });
      expect(text).toMatch(/^[A-Z].+\.$/);
      const amiss = MARKS[is] === 'bad' || MARKS[is] === 'note';
      if (amiss && !(subject === 'microphone' && ['blocked', 'no_return', 'cut'].includes(is)))
        expect(todo, `${subject} ${is}`).not.toBe('');
    }
});
