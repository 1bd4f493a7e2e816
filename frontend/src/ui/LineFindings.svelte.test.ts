import { render, screen } from '@testing-library/svelte';
import { expect, test } from 'vitest';
import { SUBJECTS, type Findings, type Found, type Verdict } from '../lib/check/finding';
import type { LineCheck } from '../lib/check/line-check.svelte';
import { lineWords } from '../lib/check/words';
import { Microphone } from '../lib/microphone.svelte';
import { FakeMeter } from '../lib/microphone/testing';
import LineFindings from './LineFindings.svelte';

/** A check that has ended, with the same finding of everything. */
function ended(is: Found, verdict: Verdict): LineCheck {
  const findings = Object.fromEntries(SUBJECTS.map((subject) => [subject, { is }])) as Findings;
  const servers = { udp: [], tcp: [], relays: [] };
  return { findings, verdict, servers, endedMs: 0 } as unknown as LineCheck;
}

test.each([
  [
    'of a line that is well nothing more is said, and it needs no help desk',
    'passes',
    'good',
    true,
    0,
  ],
  ['a line that is not well does', 'blocked', 'no_socket', true, 1],
  ['on the page of the check all is always there', 'passes', 'good', false, 1],
] as const)('%s', (_, is, verdict, brief, whole) => {
  const microphone = new Microphone(() => new FakeMeter(-20));
  render(LineFindings, { check: ended(is, verdict), microphone, brief });
  expect(screen.getByText(lineWords.verdict[verdict])).toBeTruthy();
  expect(screen.queryAllByRole('button', { name: lineWords.copy }).length).toBe(whole);
  expect(screen.queryAllByRole('listitem').length).toBe(whole * SUBJECTS.length);
});
