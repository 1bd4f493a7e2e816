// Generated from app/web/protocol.py by `make protocol`. Do not edit.

export type Command =
  | NextStep
  | GoBack
  | SkipTo
  | ChangeTime
  | PauseClock
  | ResumeClock
  | OfferCase
  | WithdrawOffer
  | AskToPresent
  | AcceptToPresent
  | DeclineToPresent
  | NamePresenter
  | SilencePerson
  | LiftSilence
  | OpenMicrophone
  | CloseMicrophone
  | Leave
  | EndCircle;
/**
 * What a person is in the circle. `PRESENTER` is never invited: a member becomes it for one case.
 */
export type Role = 'facilitator' | 'presenter' | 'member' | 'observer';
export type FromBrowser = Enter | Answer | Ask | Ping;
/**
 * What one role is to do in one phase; the words live in the page's dictionary.
 */
export type Guidance =
  | 'arrive'
  | 'welcome'
  | 'check_in'
  | 'brief_news'
  | 'ask_who_has_a_case'
  | 'offer_if_you_have_one'
  | 'tell_the_case'
  | 'listen'
  | 'protect_the_telling'
  | 'answer_facts'
  | 'ask_facts'
  | 'keep_to_facts'
  | 'lean_back'
  | 'make_room'
  | 'hear_everything'
  | 'imagine'
  | 'hold_the_reflection'
  | 'return_as_you_like'
  | 'receive_the_return'
  | 'hold_the_return'
  | 'take_leave'
  | 'close_without_verdict'
  | 'observe'
  | 'farewell';
/**
 * The named plans. The number is the meeting's minutes; gathering comes before they are counted.
 */
export type Template = 'one_case_60' | 'two_cases_90' | 'one_case_90';
/**
 * What the circle is doing, in the order of a meeting.
 */
export type Phase =
  | 'gathering'
  | 'opening'
  | 'follow_up'
  | 'call_for_case'
  | 'presentation'
  | 'clarifying_questions'
  | 'sit_back'
  | 'reflection'
  | 'presenter_returns'
  | 'closing'
  | 'ended';
/**
 * Whether somebody sits there now.
 */
export type Presence = 'vacant' | 'here' | 'coming_back' | 'left';
/**
 * Why the circle says no. Stable codes; the words live in the page's dictionary.
 */
export type Reason =
  | 'ended'
  | 'not_here'
  | 'not_yours'
  | 'stale'
  | 'no_such_step'
  | 'no_presenter'
  | 'out_of_bounds'
  | 'already'
  | 'no_such_person'
  | 'no_consent'
  | 'case_has_begun'
  | 'sitting_back'
  | 'silenced'
  | 'not_kept';
/**
 * Why a seat is heard or not. Only `HEARD` is heard; the others are told apart for the person's sake.
 */
export type Voice =
  'heard' | 'closed_by_person' | 'closed_by_phase' | 'silenced' | 'listening' | 'away';
export type ToBrowser = Offer | View | Refusal | Pong;

/**
 * Yes, I will present.
 */
export interface AcceptToPresent {
  type: 'accept_to_present';
}
/**
 * The browser's SDP answer to the server's offer.
 */
export interface Answer {
  sdp: string;
  type: 'answer';
}
/**
 * A command of the person. `id` is the page's own number, given back with a refusal.
 */
export interface Ask {
  id: number;
  command: Command;
  type: 'ask';
}
/**
 * Move the meeting to the next step of its plan.
 */
export interface NextStep {
  seen: number;
  type: 'next_step';
}
/**
 * Go back to the step before; it is given its planned minutes again.
 */
export interface GoBack {
  seen: number;
  type: 'go_back';
}
/**
 * Go straight to a step of the plan, forwards or back.
 */
export interface SkipTo {
  step: number;
  seen: number;
  type: 'skip_to';
}
/**
 * Give the running step more minutes, or (negative) fewer. Whole minutes.
 */
export interface ChangeTime {
  minutes: number;
  seen: number;
  type: 'change_time';
}
/**
 * Stop the clock of the running step; the floor stays as it is.
 */
export interface PauseClock {
  seen: number;
  type: 'pause_clock';
}
/**
 * Let the clock run on from where it was stopped.
 */
export interface ResumeClock {
  seen: number;
  type: 'resume_clock';
}
/**
 * Say quietly: I have a case.
 */
export interface OfferCase {
  type: 'offer_case';
}
/**
 * Take the offer back; also before the case has begun, when already named.
 */
export interface WithdrawOffer {
  type: 'withdraw_offer';
}
/**
 * Ask a member who has not offered whether they would present.
 */
export interface AskToPresent {
  seat: number;
  type: 'ask_to_present';
}
/**
 * No, not this time.
 */
export interface DeclineToPresent {
  type: 'decline_to_present';
}
/**
 * Make a member who has offered the presenter of the coming case.
 */
export interface NamePresenter {
  seat: number;
  type: 'name_presenter';
}
/**
 * Let one person not be heard, whatever the phase, until a facilitator lifts it.
 */
export interface SilencePerson {
  seat: number;
  type: 'silence_person';
}
/**
 * Let a silenced person be heard again. Their microphone stays closed until they open it.
 */
export interface LiftSilence {
  seat: number;
  type: 'lift_silence';
}
/**
 * Put my own microphone switch to open.
 */
export interface OpenMicrophone {
  type: 'open_microphone';
}
/**
 * Put my own microphone switch to closed.
 */
export interface CloseMicrophone {
  type: 'close_microphone';
}
/**
 * Leave the circle. The seat is kept; the same invitation leads back to it.
 */
export interface Leave {
  type: 'leave';
}
/**
 * End the meeting for everybody and erase all but attendance and phase times.
 */
export interface EndCircle {
  seen: number;
  type: 'end_circle';
}
/**
 * The running step's time, in milliseconds. Exactly one of `ends_at_ms` (running) and `left_ms` (paused) is set.
 *
 * Signed: past its end, time counts on. `minutes` is what the step has been given.
 */
export interface ClockView {
  minutes: number;
  ends_at_ms: number | null;
  left_ms: number | null;
}
/**
 * The answer to `POST /api/circles`: the circle's title, and a link for each seat.
 */
export interface CreatedCircle {
  title: string;
  invitations: Invitation[];
}
/**
 * One personal link. Whoever opens it takes this one seat; opening it again leads to the same seat.
 */
export interface Invitation {
  seat: number;
  role: Role;
  link: string;
}
/**
 * The first message: an invitation with a name, or the `resume` of an earlier offer (then without one).
 */
export interface Enter {
  token: string;
  name: string | null;
  type: 'enter';
}
/**
 * Asks for the server's time; `sent_ms` is the page's own clock and comes back untouched.
 */
export interface Ping {
  sent_ms: number;
  type: 'ping';
}
/**
 * The body of `POST /api/circles`. What is neither facilitator nor observer is a member.
 */
export interface NewCircle {
  title: string;
  template: Template;
  seats: number;
  facilitators: number;
  observers: number;
}
/**
 * You are seated. `resume` brings this page back to the same seat; `sdp` is the offer of the sound.
 */
export interface Offer {
  seat: number;
  resume: string;
  sdp: string;
  type: 'offer';
}
/**
 * The server's time in milliseconds since 1970.
 */
export interface Pong {
  sent_ms: number;
  now_ms: number;
  type: 'pong';
}
/**
 * An expected no to the `Ask` of this `id`. Nothing has changed.
 */
export interface Refusal {
  id: number;
  reason: Reason;
  type: 'refusal';
}
/**
 * A seat somebody has taken. `can` names the commands this view's owner may aim at it.
 */
export interface SeatView {
  number: number;
  name: string;
  role: Role;
  presence: Presence;
  voice: Voice;
  sits_back: boolean;
  offers_case: boolean;
  asked: boolean;
  can: string[];
}
/**
 * A step of the plan; `can_skip_to` is whether this seat may go straight to it now.
 */
export interface StepView {
  phase: Phase;
  minutes: number;
  can_skip_to: boolean;
}
/**
 * The whole circle as one seat may know it, after the event that made it `version`.
 */
export interface View {
  version: number;
  title: string;
  phase: Phase;
  step: number;
  plan: StepView[];
  clock: ClockView;
  seats: SeatView[];
  you: You;
  type: 'view';
}
/**
 * The seat this view is for. `can` names the commands that are open to it and aimed at nobody.
 *
 * `microphone_open` is the position of the person's own switch; whether it is heard says `voice`.
 */
export interface You {
  number: number;
  role: Role;
  voice: Voice;
  microphone_open: boolean;
  sits_back: boolean;
  guidance: Guidance;
  can: string[];
}

export const NAME_MAX = 40 as const;
export const TITLE_MAX = 80 as const;
export const SEATS_MIN = 2 as const;
export const SEATS_MAX = 16 as const;
export const TEMPLATES = {
  "one_case_60": [
    {
      "phase": "gathering",
      "minutes": 5
    },
    {
      "phase": "opening",
      "minutes": 3
    },
    {
      "phase": "follow_up",
      "minutes": 3
    },
    {
      "phase": "call_for_case",
      "minutes": 2
    },
    {
      "phase": "presentation",
      "minutes": 7
    },
    {
      "phase": "clarifying_questions",
      "minutes": 4
    },
    {
      "phase": "sit_back",
      "minutes": 1
    },
    {
      "phase": "reflection",
      "minutes": 29
    },
    {
      "phase": "presenter_returns",
      "minutes": 7
    },
    {
      "phase": "closing",
      "minutes": 4
    }
  ],
  "two_cases_90": [
    {
      "phase": "gathering",
      "minutes": 5
    },
    {
      "phase": "opening",
      "minutes": 3
    },
    {
      "phase": "follow_up",
      "minutes": 2
    },
    {
      "phase": "call_for_case",
      "minutes": 1
    },
    {
      "phase": "presentation",
      "minutes": 6
    },
    {
      "phase": "clarifying_questions",
      "minutes": 4
    },
    {
      "phase": "sit_back",
      "minutes": 1
    },
    {
      "phase": "reflection",
      "minutes": 21
    },
    {
      "phase": "presenter_returns",
      "minutes": 8
    },
    {
      "phase": "call_for_case",
      "minutes": 1
    },
    {
      "phase": "presentation",
      "minutes": 6
    },
    {
      "phase": "clarifying_questions",
      "minutes": 4
    },
    {
      "phase": "sit_back",
      "minutes": 1
    },
    {
      "phase": "reflection",
      "minutes": 21
    },
    {
      "phase": "presenter_returns",
      "minutes": 8
    },
    {
      "phase": "closing",
      "minutes": 3
    }
  ],
  "one_case_90": [
    {
      "phase": "gathering",
      "minutes": 5
    },
    {
      "phase": "opening",
      "minutes": 5
    },
    {
      "phase": "follow_up",
      "minutes": 5
    },
    {
      "phase": "call_for_case",
      "minutes": 3
    },
    {
      "phase": "presentation",
      "minutes": 12
    },
    {
      "phase": "clarifying_questions",
      "minutes": 10
    },
    {
      "phase": "sit_back",
      "minutes": 1
    },
    {
      "phase": "reflection",
      "minutes": 39
    },
    {
      "phase": "presenter_returns",
      "minutes": 10
    },
    {
      "phase": "closing",
      "minutes": 5
    }
  ]
} as const;
export const CLOSE = {
  "BAD_MESSAGE": 4000,
  "TOO_SLOW": 4001,
  "TOO_MANY": 4002,
  "NOT_INVITED": 4003,
  "NO_CIRCLE": 4004,
  "NAME_NEEDED": 4005,
  "REPLACED": 4006,
  "ENDED": 4007,
  "GOODBYE": 4008,
  "LOST_SOUND": 4009,
  "CIRCLE_FAILED": 4010,
  "FULL": 4011
} as const;
export const COMES_BACK = [
  4001,
  4009,
  4010,
  4011
] as const;
