/** What sound may travel by, best first. */
export const WAYS = ['udp', 'tcp', 'turn'] as const;
export type CheckedWay = (typeof WAYS)[number];

/** What is looked at, in this order. */
export const SUBJECTS = ['page', 'socket', 'microphone', ...WAYS] as const;
export type Subject = (typeof SUBJECTS)[number];

/** What was measured of a line; null where the browser does not tell. `lost` is a share, there and back together. */
export interface Measured {
  roundTripMs: number | null;
  lost: number | null;
  /** By what a relay was reached, where there is one. */
  relayedBy?: 'udp' | 'tcp' | 'tls';
}

/** How good or bad a finding is for whoever wants to meet. */
export type Mark = 'running' | 'good' | 'note' | 'bad' | 'none';

/** What can be found, and what it comes to. Each has its words. */
export const MARKS = {
  running: 'running',
  /** The browser's own question stands open. */
  asked: 'running',

  passes: 'good',
  weak: 'note',
  /** By plain http: everything but the microphone works. */
  plain: 'note',
  blocked: 'bad',
  /** It connects, and then nothing of what is sent comes back. */
  no_return: 'bad',
  no_webrtc: 'bad',
  /** The relay answers, and gives no address, or passes nothing on: no network is in the way. */
  refuses: 'bad',
  /** It opened, and broke off before all was tried. */
  cut: 'note',
  not_set_up: 'none',
  /** There was no offer, or it has ended meanwhile, because the socket does not get through, or not any more. */
  untried: 'none',
  /** The server refuses for now: it checks as many lines as it may, or this network has asked too often. */
  full: 'none',
  busy: 'none',

  gives_sound: 'good',
  quiet: 'good',
  unanswered: 'note',
  denied: 'bad',
  busy_device: 'bad',
  none: 'bad',
  insecure: 'bad',
  withheld: 'bad',
  ended: 'bad',
  switched_off: 'bad',
  silent: 'bad',
} satisfies Record<string, Mark>;

export type Found = keyof typeof MARKS;

export interface Finding {
  is: Found;
  measured?: Measured;
}

export type Findings = Record<Subject, Finding>;

/** What all findings come to, the first thing first. */
export type Verdict =
  | 'running'
  | 'no_page'
  | 'no_socket'
  | 'refused'
  | 'no_webrtc'
  | 'no_sound'
  | 'weak'
  | 'microphone'
  | 'other_way'
  | 'good';

/** In a circle browsers keep to the best way that connects, whatever then comes by it. */
const CONNECTS: ReadonlySet<Found> = new Set(['passes', 'weak', 'no_return']);

/** Nothing is known of a way, and it can be tried again. */
const UNCHECKED: ReadonlySet<Found> = new Set(['full', 'busy', 'untried']);

/** "Everything works" stands last: only where nothing speaks against it. */
export function verdict(findings: Findings): Verdict {
  const mark = (subject: Subject): Mark => MARKS[findings[subject].is];
  const ways = WAYS.map((way) => findings[way]);
  if (SUBJECTS.some((subject) => mark(subject) === 'running')) return 'running';
  if (mark('page') === 'bad') return 'no_page';
  if (mark('socket') === 'bad') return 'no_socket';
  if (ways.some(({ is }) => UNCHECKED.has(is))) return 'refused';
  if (ways.some(({ is }) => is === 'no_webrtc')) return 'no_webrtc';
  const taken = ways.find(({ is }) => CONNECTS.has(is));
  if (!taken || taken.is === 'no_return') return 'no_sound';
  if (taken.is === 'weak') return 'weak';
  if (mark('microphone') !== 'good') return 'microphone';
  return mark('udp') === 'good' ? 'good' : 'other_way';
}
