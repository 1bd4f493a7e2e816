import type { GroupView, LeadersMeetingView, MeetingView } from '../../protocol';

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
    accreditation: '',
    mail: null,
    code: null,
    language: 'en',
    shares_turns: false,
    turns_noted: false,
    presented_ms: null,
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
  parts: [],
  present: null,
  confirm_until_ms: null,
  supervision: '',
};

/** The same group as Frida sees it, who facilitates. */
export const leadingGroup = (more: Partial<GroupView> = {}): GroupView =>
  aGroup({
    you: { ...aGroup().you, number: 1, name: 'Frida', role: 'facilitator' },
    meetings: [aMeeting({ leading: forLeaders })],
    leading: { not_accepted: [], turns: null, not_sharing: [], erasure: null, edits: [] },
    ...more,
  });
