import type { GroupView, HeldView, LeadersMeetingView, MeetingView } from '../../protocol';

const NOW_MS = Date.parse('2027-01-11T12:00Z');

/** A meeting of tomorrow. */
export const aMeeting = (more: Partial<MeetingView> = {}): MeetingView => ({
  number: 20,
  starts_ms: Date.parse('2027-01-12T17:00Z'),
  minutes: 90,
  odd: null,
  moved: false,
  cancelled: false,
  coming: true,
  say_again: false,
  may_enter: false,
  circle: 'uid/20',
  guests: [],
  held: null,
  leading: null,
  ...more,
});

/** A group as Mia sees it, who is a member. */
export const aGroup = (more: Partial<GroupView> = {}): GroupView => ({
  type: 'group',
  version: 7,
  now_ms: NOW_MS,
  name: 'Tuesday group',
  zone: 'Europe/Berlin',
  language: 'en',
  erased_ms: null,
  terms: {
    circle: {
      sentence: '',
      sit_back: 'enforced',
      offers_seen_by_all: false,
      digits_for_all: false,
      knocking: false,
      fishbowl: false,
    },
    template: 'one_case_90',
    steps: null,
    closed: true,
    quorum: 4,
    kept_months: 24,
    organiser: '',
    fair_turn: false,
    end_card: false,
    quarterly_item: false,
  },
  terms_number: 1,
  sealed: false,
  lock: null,
  you: {
    number: 4,
    name: 'Mia',
    role: 'member',
    accepted: true,
    has_feed: false,
    link_waits: false,
    has_log: false,
    accreditation: '',
    mail: null,
    code: null,
    language: 'en',
    shares_turns: false,
    turns_noted: false,
    presented_ms: null,
    link_anew: null,
  },
  people: [
    { number: 1, name: 'Frida', role: 'facilitator' },
    { number: 2, name: 'Finn', role: 'facilitator' },
    { number: 4, name: 'Mia', role: 'member' },
  ],
  meetings: [aMeeting()],
  cases: [],
  quarterly: null,
  quarters: [],
  leading: null,
  ...more,
});

const forLeaders: LeadersMeetingView = {
  absent: [],
  expected: 3,
  enough: true,
  not_agreed: [],
  seats: [],
  parts: [],
  present: null,
  confirm_until_ms: null,
};

/** The same group as Frida sees it, who facilitates. */
export const leadingGroup = (more: Partial<GroupView> = {}): GroupView =>
  aGroup({
    you: { ...aGroup().you, number: 1, name: 'Frida', role: 'facilitator', has_log: true },
    meetings: [aMeeting({ leading: forLeaders })],
    leading: {
      not_accepted: [],
      turns: null,
      not_sharing: [],
      erasure: null,
      edits: [],
      written_to: 0,
    },
    ...more,
  });

/** A meeting of yesterday, as Frida sees it, in which Frida, Finn and Mia were. */
export const heldMeeting = (
  held: Partial<HeldView> = {},
  leading: Partial<LeadersMeetingView> = {},
): MeetingView => {
  const began_ms = NOW_MS - 86_400_000;
  const ended_ms = began_ms + 90 * 60_000;
  return aMeeting({
    starts_ms: began_ms,
    held: {
      mode: 'live_online',
      began_ms,
      ended_ms,
      cases: 1,
      your_ms: 90 * 60_000,
      corrected: false,
      confirmed: false,
      too_late: false,
      vnr: '',
      supervision: '',
      card: null,
      ...held,
    },
    leading: {
      ...forLeaders,
      present: aGroup().people.map(({ number, name, role }) => ({
        person: number,
        name,
        role,
        present_ms: 90 * 60_000,
        corrected: false,
      })),
      confirm_until_ms: ended_ms + 14 * 86_400_000,
      ...leading,
    },
  });
};
