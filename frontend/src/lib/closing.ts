import { CLOSE, COMES_BACK, FINAL_BY_RFC } from '../protocol';

export type CloseName = keyof typeof CLOSE;

const NAMES = Object.keys(CLOSE) as CloseName[];

/** Why the server has closed the line; null where it did not say, as when the network is gone. */
export function closeName(code: number): CloseName | null {
  return NAMES.find((name) => CLOSE[name] === code) ?? null;
}

/** Whether the page comes back by itself after this close code. Those below 4000 are RFC 6455's, not the server's word. */
export function comesBack(code: number): boolean {
  if (code < 4000) return !(FINAL_BY_RFC as readonly number[]).includes(code);
  return (COMES_BACK as readonly number[]).includes(code);
}

/** What somebody may do next: nothing here, load the page anew, ask once more for what was refused, or come back. */
export type Onward = 'front' | 'reload' | 'again' | 'here' | 'back';

const ONWARD: Partial<Record<CloseName, Onward>> = {
  ENDED: 'front',
  NOT_INVITED: 'front',
  NO_CIRCLE: 'front',
  UNINVITED: 'front',
  BAD_MESSAGE: 'reload',
  NAME_NEEDED: 'again',
  NOT_ADMITTED: 'again',
  REPLACED: 'here',
};

export function onwardFrom(name: CloseName): Onward {
  return ONWARD[name] ?? 'back';
}
