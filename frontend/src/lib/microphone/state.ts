/**
 * Why the browser gives no microphone. `busy`: another program or window has it, or the device does not answer.
 * `withheld`: what shows the page, as an app, gives none to any page.
 */
const FAILED = ['denied', 'busy', 'none', 'insecure', 'withheld'] as const;
export type Failure = (typeof FAILED)[number];

/**
 * What this page has of a microphone. `released`: it has not asked, or has given it back. `waiting`: the browser's own
 * question stands open. `ended`: it was pulled out. `muted`: the system or the headset lets nothing through. `silent`:
 * it is open and gives no sound at all.
 */
export type MicrophoneState =
  | { is: 'released' | 'asking' | 'waiting' | 'ended' | Failure }
  | { is: 'open' | 'muted' | 'silent'; stream: MediaStream };

/** What keeps somebody from speaking until they have done something about it. */
export type Trouble = Failure | 'ended';

const TROUBLES: readonly string[] = [...FAILED, 'ended'];

export function isTrouble(is: string): is is Trouble {
  return TROUBLES.includes(is);
}

const FAILURES: Record<string, Failure> = {
  NotAllowedError: 'denied',
  SecurityError: 'denied',
  NotFoundError: 'none',
  OverconstrainedError: 'none',
};

/** Why there is nothing to ask: browsers hide it from a page of plain http, and some apps from all that they show. */
export function lacking(): Failure {
  return globalThis.isSecureContext ? 'withheld' : 'insecure';
}

/** Whether to ask again is in vain: there is nothing to ask. */
export function isLacking(is: string): boolean {
  return is === 'insecure' || is === 'withheld';
}

/** Why `getUserMedia` has refused. Whatever else a browser throws, the device is there and cannot be used. */
export function failureOf(error: unknown): Failure {
  const name = error instanceof Error ? error.name : '';
  return FAILURES[name] ?? 'busy';
}
