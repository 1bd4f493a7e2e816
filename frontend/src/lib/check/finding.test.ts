import { expect, test } from 'vitest';
import {
  SUBJECTS,
  verdict,
  type Findings,
  type Found,
  type Subject,
  type Verdict,
} from './finding';

/** All is well, but for these. TCP and TURN are not set up. */
const findings = (but: Partial<Record<Subject, Found>> = {}): Findings => {
  const is: Record<Subject, Found> = {
    page: 'passes',
    socket: 'passes',
    microphone: 'gives_sound',
    udp: 'passes',
    tcp: 'not_set_up',
    turn: 'not_set_up',
    ...but,
  };
  return Object.fromEntries(SUBJECTS.map((subject) => [subject, { is: is[subject] }])) as Findings;
};

test.each<[Partial<Record<Subject, Found>>, Verdict]>([
  [{}, 'good'],
  [{ microphone: 'quiet' }, 'good'],
  [{ tcp: 'blocked', turn: 'blocked' }, 'good'],
  [{ udp: 'blocked', tcp: 'passes' }, 'other_way'],
  [{ udp: 'blocked', turn: 'passes' }, 'other_way'],
  [{ udp: 'no_return', turn: 'passes' }, 'no_sound'],
  [{ udp: 'weak', tcp: 'passes' }, 'weak'],
  [{ udp: 'blocked', tcp: 'weak', turn: 'passes' }, 'weak'],
  [{ udp: 'weak' }, 'weak'],
  [{ udp: 'weak', tcp: 'weak', microphone: 'none' }, 'weak'],
  [{ microphone: 'denied' }, 'microphone'],
  [{ microphone: 'unanswered' }, 'microphone'],
  [{ page: 'plain', microphone: 'insecure' }, 'microphone'],
  [{ udp: 'blocked' }, 'no_sound'],
  [{ udp: 'no_return', tcp: 'blocked', turn: 'blocked' }, 'no_sound'],
  [{ udp: 'no_webrtc', tcp: 'no_webrtc', turn: 'no_webrtc' }, 'no_webrtc'],
  [{ socket: 'blocked', udp: 'untried', tcp: 'untried', turn: 'untried' }, 'no_socket'],
  [{ udp: 'full' }, 'refused'],
  [{ socket: 'busy', udp: 'busy', tcp: 'busy', turn: 'busy' }, 'refused'],
  [{ udp: 'untried', tcp: 'untried', turn: 'untried' }, 'refused'],
  [{ page: 'blocked', socket: 'blocked', udp: 'untried' }, 'no_page'],
  [{ udp: 'running' }, 'running'],
  [{ microphone: 'asked', socket: 'blocked' }, 'running'],
])('%j comes to %s', (but, expected) => expect(verdict(findings(but))).toBe(expected));
