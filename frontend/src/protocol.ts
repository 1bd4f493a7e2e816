// Generated from app/web/*protocol.py by `make protocol`. Do not edit.

/**
 * What may stand in the `can` of a seat: a command that means one person.
 */
export type AimedCommand =
  | 'ask_to_present'
  | 'name_presenter'
  | 'silence_person'
  | 'lift_silence'
  | 'sit_outside'
  | 'sit_inside'
  | 'hand_clock'
  | 'go_on_without'
  | 'admit'
  | 'turn_away'
  | 'send_to_door'
  | 'end_invitation'
  | 'agree_to_observer';
export type Command =
  | NextStep
  | GoBack
  | SkipTo
  | BringPresenterBack
  | EndCase
  | ChangeTime
  | PauseClock
  | ResumeClock
  | TakeFromReflection
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
  | WishToSpeak
  | TakeBackWish
  | HaveNews
  | TakeBackNews
  | SitOutside
  | SitInside
  | ChangePlaces
  | GiveSignal
  | HandClock
  | ShowCard
  | SwitchHint
  | GoOnWithout
  | NeedPause
  | AnswerPause
  | AskToSpeak
  | TakeBackWord
  | DeclineWord
  | LetPresenterSpeak
  | Admit
  | TurnAway
  | AllowOtherDevice
  | RefuseOtherDevice
  | SendToDoor
  | EndInvitation
  | CloseDoor
  | OpenDoor
  | AgreeToObserver
  | EnterDebrief
  | LeaveDebrief
  | BoundLingering
  | Leave
  | EndCircle;
/**
 * What one leader can say to the other without the circle noticing.
 */
export type Signal =
  | 'move_on'
  | 'more_time'
  | 'your_turn'
  | 'bring_the_patient_in'
  | 'advice_creeping_in'
  | 'look_after_the_presenter'
  | 'someone_quiet'
  | 'hold_the_silence'
  | 'five_minutes'
  | 'yes'
  | 'no'
  | 'hand_me_the_clock';
export type GroupCommand =
  | ChangeFrame
  | AcceptFrame
  | ChangeZone
  | ChangeLanguage
  | PlanDates
  | MoveMeeting
  | CancelMeeting
  | SayComing
  | InviteGuest
  | WithdrawGuest
  | AgreeToGuest
  | AddPerson
  | RenamePerson
  | ChangeRole
  | RemovePerson
  | LeaveGroup
  | NoteAccreditation
  | RenewLink
  | RenewKey
  | RenewFeed
  | CorrectMeeting
  | ConfirmMeeting
  | AddInPerson
  | AssignParts
  | NoteSupervision
  | ShareTurns
  | NotePresented
  | AnswerEndCard
  | AnswerQuarterly
  | NoteMail
  | ProveMail
  | AskErasure
  | StopErasure;
/**
 * How this circle's school sits back (M3, M6).
 */
export type SitBack = 'enforced' | 'soft' | 'off';
/**
 * The named plans. The number is the meeting's minutes; gathering and lingering are not counted.
 */
export type Template = 'one_case_60' | 'two_cases_90' | 'one_case_90' | 'fishbowl_90';
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
  | 'lingering'
  | 'ended';
/**
 * What stays of the coming dates when the zone changes.
 */
export type Keep = 'wall' | 'instant';
/**
 * What a rule counts in.
 */
export type Unit = 'weeks' | 'months';
/**
 * What a leader does in one meeting.
 */
export type LeaderPart = 'lead' | 'co_lead' | 'observe';
/**
 * Who is asked about somebody at the door.
 */
export type Asked = 'yourself' | 'leaders' | 'nobody';
/**
 * What a person is in the circle. `PRESENTER` is never invited: a member becomes it for one case.
 */
export type Role = 'facilitator' | 'presenter' | 'member' | 'observer';
/**
 * How a meeting was held.
 */
export type Mode = 'live_online' | 'in_person';
/**
 * A situation a leader may want a sentence for.
 */
export type Card =
  | 'advice'
  | 'fixing'
  | 'judging'
  | 'teaching'
  | 'interrogating'
  | 'speaking_to_the_presenter'
  | 'only_the_doctor'
  | 'silence'
  | 'one_voice'
  | 'someone_unheard'
  | 'returning'
  | 'closing';
/**
 * Whether a member has a case to offer.
 */
export type CaseOffer = 'none' | 'standing' | 'next_time';
/**
 * What leaders are told of a step's time (T5).
 */
export type Cue = 'two_minutes' | 'zero' | 'over';
export type FromBrowser =
  ClientHello | Enter | Answer | RenewSound | Ask | HasSpoken | Introduce | Hand | Ping;
export type FromChecker = CheckWay | Answer | Ping;
/**
 * Why a group says no. Stable codes; their words are in the dictionaries of every language.
 */
export type GroupReason =
  | 'not_yours'
  | 'stale'
  | 'no_such_person'
  | 'no_such_meeting'
  | 'no_name'
  | 'name_taken'
  | 'full'
  | 'out_of_bounds'
  | 'no_plan'
  | 'no_such_zone'
  | 'which_time'
  | 'no_such_time'
  | 'in_the_past'
  | 'too_far'
  | 'too_many_dates'
  | 'two_at_once'
  | 'over'
  | 'not_held'
  | 'not_led'
  | 'too_late'
  | 'too_soon'
  | 'already_so'
  | 'not_accepted'
  | 'not_consented'
  | 'agree_first'
  | 'switched_off'
  | 'last_leader'
  | 'two_leaders'
  | 'not_today'
  | 'no_seat'
  | 'other_key'
  | 'too_few'
  | 'in_a_meeting'
  | 'no_mail'
  | 'no_address'
  | 'no_code'
  | 'enough_codes';
/**
 * What is odd about a wall time on the day that the clocks change.
 */
export type OddTime = 'skipped' | 'twice';
/**
 * What one role is to do in one phase; the words are the page's.
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
  | 'linger'
  | 'linger_or_debrief'
  | 'observe'
  | 'farewell';
/**
 * What may stand in the `can` of `You`: a command that is aimed at nobody.
 */
export type OwnCommand =
  | 'next_step'
  | 'go_back'
  | 'bring_presenter_back'
  | 'end_case'
  | 'change_time'
  | 'pause_clock'
  | 'resume_clock'
  | 'take_from_reflection'
  | 'offer_case'
  | 'withdraw_offer'
  | 'accept_to_present'
  | 'decline_to_present'
  | 'open_microphone'
  | 'close_microphone'
  | 'wish_to_speak'
  | 'take_back_wish'
  | 'have_news'
  | 'take_back_news'
  | 'change_places'
  | 'give_signal'
  | 'show_card'
  | 'switch_hint'
  | 'need_pause'
  | 'answer_pause'
  | 'ask_to_speak'
  | 'take_back_word'
  | 'decline_word'
  | 'let_presenter_speak'
  | 'allow_other_device'
  | 'refuse_other_device'
  | 'close_door'
  | 'open_door'
  | 'enter_debrief'
  | 'leave_debrief'
  | 'bound_lingering'
  | 'leave'
  | 'end_circle';
/**
 * Whether somebody sits there now.
 */
export type Presence = 'vacant' | 'knocking' | 'here' | 'coming_back' | 'left' | 'uninvited';
/**
 * Why the circle says no. Stable codes; the words are the page's.
 */
export type Reason =
  | 'ended'
  | 'not_here'
  | 'not_yours'
  | 'not_now'
  | 'stale'
  | 'no_such_step'
  | 'no_presenter'
  | 'out_of_bounds'
  | 'already'
  | 'no_such_person'
  | 'no_consent'
  | 'not_agreed'
  | 'case_has_begun'
  | 'is_presenter'
  | 'sitting_back'
  | 'silenced'
  | 'uninvited'
  | 'not_kept';
/**
 * Why a seat is heard or not. Only `HEARD` is heard; the others are told apart for the person's sake.
 */
export type Voice =
  | 'heard'
  | 'closed_by_person'
  | 'closed_by_phase'
  | 'silenced'
  | 'listening'
  | 'unconnected'
  | 'away';
/**
 * How it is with the sound of somebody who is here.
 */
export type Sounding = 'connected' | 'connecting' | 'no_sound';
export type ToBrowser =
  ServerHello | Offer | Kept | Waiting | View | PageKeys | Handed | Refusal | Done | Pong;
/**
 * What a weak line does to its person.
 */
export type WeakLine = 'heard' | 'hears' | 'both' | 'slow';
export type ToChecker = CheckOffer | Pong;

/**
 * Accept the frame of this number, having read it.
 */
export interface AcceptFrame {
  number: number;
  type: 'accept_frame';
}
/**
 * I will present: I am the presenter of the coming case from now on.
 */
export interface AcceptToPresent {
  type: 'accept_to_present';
}
/**
 * Add a meeting that was held in person, on this day and at this time of the group's clock. It is marked so.
 *
 * `led` are those of them who facilitated, by number; null: whoever led the group then.
 */
export interface AddInPerson {
  on: string;
  at: string;
  minutes: number;
  cases: number;
  present: PersonMinutes[];
  led: number[] | null;
  vnr: string;
  type: 'add_in_person';
}
/**
 * How many whole minutes this person was there.
 */
export interface PersonMinutes {
  person: number;
  minutes: number;
}
/**
 * Add a member, or one more leader. Their link is theirs from now on.
 */
export interface AddPerson {
  name: string;
  leads: boolean;
  type: 'add_person';
}
/**
 * Let in a person who knocks.
 */
export interface Admit {
  seat: number;
  name: string | null;
  type: 'admit';
}
/**
 * Agree to a guest until the meeting's time, or take it back until people are in it.
 *
 * A guest comes in once all who come agree. Whoever had said that they cannot come, and comes after all, may agree to
 * a guest who comes in without that later too, for as long as the meeting can be entered or its circle has not ended.
 */
export interface AgreeToGuest {
  meeting: number;
  guest: number;
  agrees: boolean;
  type: 'agree_to_guest';
}
/**
 * I agree that this observer comes in.
 */
export interface AgreeToObserver {
  seat: number;
  name: string | null;
  type: 'agree_to_observer';
}
/**
 * I have opened my link on another device myself: let it take my seat over.
 */
export interface AllowOtherDevice {
  type: 'allow_other_device';
}
/**
 * The browser's SDP answer to the server's offer.
 *
 * `line` is that of the offer it answers. One that a newer offer has overtaken on its way is no news.
 */
export interface Answer {
  sdp: string;
  line: string | null;
  type: 'answer';
}
/**
 * Answer the end card of a meeting you were at; `choice` counts from 0.
 */
export interface AnswerEndCard {
  meeting: number;
  choice: number;
  type: 'answer_end_card';
}
/**
 * The presenter is told that a leader has seen it, and is looked after.
 */
export interface AnswerPause {
  type: 'answer_pause';
}
/**
 * Answer the quarterly item, once a quarter; `choice` counts from 0.
 */
export interface AnswerQuarterly {
  choice: number;
  type: 'answer_quarterly';
}
/**
 * A command of the person. `id` is the page's own number, given back with the answer.
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
  seen: number;
  step: number;
  type: 'skip_to';
}
/**
 * Go straight to the return of the presenter, who sits back.
 */
export interface BringPresenterBack {
  seen: number;
  type: 'bring_presenter_back';
}
/**
 * End the case with care: go straight to what comes after it.
 */
export interface EndCase {
  seen: number;
  type: 'end_case';
}
/**
 * Give the running step more minutes, or (negative) fewer. Whole minutes.
 */
export interface ChangeTime {
  seen: number;
  minutes: number;
  type: 'change_time';
}
/**
 * Stop the clock of the running step; who may speak stays as it is.
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
 * Make up for lost time: shorten the coming reflection by whole minutes.
 *
 * `of` is how many it had when it was asked, if that is said: where somebody has taken from it since, it is refused as
 * stale (P2).
 */
export interface TakeFromReflection {
  seen: number;
  minutes: number;
  of: number | null;
  type: 'take_from_reflection';
}
/**
 * Say quietly: I have a case.
 */
export interface OfferCase {
  type: 'offer_case';
}
/**
 * Take my offer back; until the case begins also when I have been named already.
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
 * I will not present this time.
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
 * Silence one person, whatever the phase, until a facilitator lifts it.
 */
export interface SilencePerson {
  seat: number;
  type: 'silence_person';
}
/**
 * Let another person who is silenced be heard again. Their microphone stays closed until they open it.
 */
export interface LiftSilence {
  seat: number;
  type: 'lift_silence';
}
/**
 * Put my own microphone switch to open. A silenced facilitator who leads alone is silenced no more by it.
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
 * Show at my seat, quietly, that I would like to say something.
 */
export interface WishToSpeak {
  type: 'wish_to_speak';
}
/**
 * Take my wish to speak back.
 */
export interface TakeBackWish {
  type: 'take_back_wish';
}
/**
 * Show at my seat that I have news of an earlier case, until the follow-up is over.
 */
export interface HaveNews {
  type: 'have_news';
}
/**
 * Take this sign away again.
 */
export interface TakeBackNews {
  type: 'take_back_news';
}
/**
 * Let this member sit in the outer circle. Each may do so for themselves too, before a case.
 */
export interface SitOutside {
  seat: number;
  type: 'sit_outside';
}
/**
 * Let this member sit in the inner circle. Each may do so for themselves too, as long as no case runs.
 */
export interface SitInside {
  seat: number;
  type: 'sit_inside';
}
/**
 * Let the outer circle sit inside, and the members of the inner one, but for the presenter, outside.
 *
 * `outer` is who sat outside when it was asked: where they have changed since, it is refused as stale (P2).
 */
export interface ChangePlaces {
  outer: number[];
  type: 'change_places';
}
/**
 * Tell the other leaders, and nobody else, one of the fixed signals.
 */
export interface GiveSignal {
  signal: Signal;
  type: 'give_signal';
}
/**
 * Let this facilitator keep the clock from now on (oneself: take it).
 */
export interface HandClock {
  seat: number;
  type: 'hand_clock';
}
/**
 * Show the whole circle the one shared sentence; it goes by itself.
 */
export interface ShowCard {
  type: 'show_card';
}
/**
 * Whether you see who has not been heard yet; another leader has it as they wish.
 */
export interface SwitchHint {
  on: boolean;
  type: 'switch_hint';
}
/**
 * Go on without a person whose connection is lost, or whose sound does not stand.
 */
export interface GoOnWithout {
  seat: number;
  type: 'go_on_without';
}
/**
 * The presenter, to the leaders alone: I need a pause.
 */
export interface NeedPause {
  type: 'need_pause';
}
/**
 * The presenter, sitting back softly, asks the leaders for a word.
 */
export interface AskToSpeak {
  type: 'ask_to_speak';
}
/**
 * The presenter asks for no word any more.
 */
export interface TakeBackWord {
  type: 'take_back_word';
}
/**
 * Not now: the presenter who asks for a word is told so, and may ask again.
 */
export interface DeclineWord {
  type: 'decline_word';
}
/**
 * Let the presenter who sits back softly speak, until the next step.
 */
export interface LetPresenterSpeak {
  type: 'let_presenter_speak';
}
/**
 * Do not let in whoever is at the door of this seat.
 */
export interface TurnAway {
  seat: number;
  name: string | null;
  type: 'turn_away';
}
/**
 * Somebody else has opened my link.
 */
export interface RefuseOtherDevice {
  type: 'refuse_other_device';
}
/**
 * Send a person back to the door.
 */
export interface SendToDoor {
  seat: number;
  type: 'send_to_door';
}
/**
 * End an invitation: its person's connection, the seat, and every later entry by its link into this circle.
 */
export interface EndInvitation {
  seat: number;
  type: 'end_invitation';
}
/**
 * From now on whoever is not seated yet has to knock.
 */
export interface CloseDoor {
  type: 'close_door';
}
/**
 * Undo `close_door`.
 */
export interface OpenDoor {
  type: 'open_door';
}
/**
 * Go to the leaders' debrief, which the others can neither hear nor enter.
 */
export interface EnterDebrief {
  type: 'enter_debrief';
}
/**
 * Come back from the debrief to those who linger.
 */
export interface LeaveDebrief {
  type: 'leave_debrief';
}
/**
 * Whether the lingering room closes when its time is up.
 */
export interface BoundLingering {
  seen: number;
  bounded: boolean;
  type: 'bound_lingering';
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
 * Ask to erase the group: the first leader. A second one asking the same agrees, and thirty days begin.
 *
 * With nobody else in the group they begin at once, and the group is kept once somebody is added.
 */
export interface AskErasure {
  type: 'ask_erasure';
}
/**
 * The body of `POST /api/group/ask`. `seen` is the version of the view that you were looking at.
 */
export interface AskGroup {
  token: string;
  seen: number;
  command: GroupCommand;
}
/**
 * Change what the group has agreed on, its name too. Everybody is asked again whether they accept it.
 *
 * `terms` takes the place of all there were: what is left out of it gets its default. Dates to come that are as long
 * as the plan was are as long as the new one, but for a meeting that people are in.
 */
export interface ChangeFrame {
  name: string;
  terms: Terms;
  type: 'change_frame';
}
/**
 * What the group has agreed on.
 *
 * `circle` and the plan (`steps`, or else the `template`'s) are those of each meeting. `closed`: always the same
 * people. `quorum`: from how many on it meets. `kept_months`: how long attendance is kept. `organiser` stands on
 * certificates. What is off by default: `fair_turn`, `end_card`, `quarterly_item`.
 */
export interface Terms {
  circle: Frame;
  template: Template;
  steps: Step[] | null;
  closed: boolean;
  quorum: number;
  kept_months: number;
  organiser: string;
  fair_turn: boolean;
  end_card: boolean;
  quarterly_item: boolean;
}
/**
 * The agreement of one circle.
 *
 * `sentence` is what the circle says about confidentiality in its own words; empty means the page's usual one.
 */
export interface Frame {
  sentence: string;
  sit_back: SitBack;
  offers_seen_by_all: boolean;
  digits_for_all: boolean;
  knocking: boolean;
  fishbowl: boolean;
}
/**
 * One step of the plan: a phase, and the whole minutes it is given.
 */
export interface Step {
  phase: Phase;
  minutes: number;
}
/**
 * Let the group go by another zone. Without `keep` it is asked which of the two is to stay.
 */
export interface ChangeZone {
  zone: string;
  keep: Keep | null;
  type: 'change_zone';
}
/**
 * Let the group write in this language (BCP 47) to whoever has chosen none, and open its page in it for them.
 */
export interface ChangeLanguage {
  language: string;
  type: 'change_language';
}
/**
 * Add dates: the first one, at this time on the group's clock, and those that the rule spells out.
 *
 * `minutes` is how long each is planned to be; None: as long as the group's plan.
 */
export interface PlanDates {
  first: string;
  at: string;
  rule: DateRule;
  minutes: number | null;
  type: 'plan_dates';
}
/**
 * Every two weeks, every month, ... `count` is how many dates there are, the first one too.
 */
export interface DateRule {
  every: number;
  unit: Unit;
  count: number;
}
/**
 * Move one date to another day and time on the group's clock, or plan it longer or shorter.
 *
 * No other date is changed with it. `minutes` is how long it is planned to be. What is None is as it was: without `on`
 * and `at` it stays at its moment, also where the clock shows two such times.
 */
export interface MoveMeeting {
  meeting: number;
  on: string | null;
  at: string | null;
  minutes: number | null;
  type: 'move_meeting';
}
/**
 * Cancel one date. The others stay.
 */
export interface CancelMeeting {
  meeting: number;
  type: 'cancel_meeting';
}
/**
 * Say that you cannot come (`coming` false), or that you can after all, until the meeting begins.
 *
 * Whoever could not come before the date was moved may say either. Once people may be in the meeting, whoever comes
 * after all agrees first to the guests who may be there by now. Whoever has entered it, and has not agreed to all of
 * its guests, says no more that they cannot come: such a guest would come in beside them.
 */
export interface SayComing {
  meeting: number;
  coming: boolean;
  type: 'say_coming';
}
/**
 * Announce a guest (a member for once) or an observer of one meeting. The group's people agree, or do not.
 */
export interface InviteGuest {
  meeting: number;
  name: string;
  observes: boolean;
  type: 'invite_guest';
}
/**
 * Announce a guest, or an observer, no longer. Their link stops working; their seat in a running meeting ends.
 */
export interface WithdrawGuest {
  meeting: number;
  guest: number;
  type: 'withdraw_guest';
}
/**
 * Write somebody's name anew.
 */
export interface RenamePerson {
  person: number;
  name: string;
  type: 'rename_person';
}
/**
 * Let a member lead from now on, or a leader be a member: their parts in meetings to come end with that.
 */
export interface ChangeRole {
  person: number;
  leads: boolean;
  type: 'change_role';
}
/**
 * Take somebody out of the group: their links stop working and their name goes. Their minutes stay, nameless.
 *
 * In a meeting that is running they have no seat any more; a case that they present ends with care.
 */
export interface RemovePerson {
  person: number;
  type: 'remove_person';
}
/**
 * Leave: your name is taken out, and your links stop working. Your minutes stay, nameless.
 */
export interface LeaveGroup {
  type: 'leave_group';
}
/**
 * What stands beside your name on certificates: a leader's accreditation, also of one who leads no more.
 */
export interface NoteAccreditation {
  words: string;
  type: 'note_accreditation';
}
/**
 * Give somebody a new link; the old one stops working, also in a running meeting, and so does their calendar's.
 *
 * For oneself both happen once the new one is used: until then the old one works, and can ask for another.
 */
export interface RenewLink {
  person: number;
  type: 'renew_link';
}
/**
 * Seal the circles to come with another key, of which this is the lock.
 *
 * Every link has the key in it, so each has to be sent again: everybody's but your own is renewed with it, and the
 * old ones stop working. So do all calendars' addresses, also your own.
 */
export interface RenewKey {
  lock: string;
  type: 'renew_key';
}
/**
 * Have an address for your own calendar, or a new one in place of it: the old one stops working.
 */
export interface RenewFeed {
  type: 'renew_feed';
}
/**
 * Say how long people were there, or how many cases there were, where what was noted is wrong. It is marked so.
 */
export interface CorrectMeeting {
  meeting: number;
  minutes: PersonMinutes[];
  cases: number | null;
  type: 'correct_meeting';
}
/**
 * Confirm what was noted of a meeting. Only then it stands on certificates. `vnr` is its number with a chamber.
 */
export interface ConfirmMeeting {
  meeting: number;
  vnr: string;
  type: 'confirm_meeting';
}
/**
 * Say what each leader does in this meeting, or in one case of it, or afterwards what they did.
 *
 * `parts` are all of them anew; of whoever leads no more what they did stays.
 */
export interface AssignParts {
  meeting: number;
  parts: Assigned[];
  type: 'assign_parts';
}
/**
 * This leader has this part in the meeting, or in one case of it (1 and up; None: in all of it).
 */
export interface Assigned {
  person: number;
  part: LeaderPart;
  case: number | null;
}
/**
 * Note the supervision of your leading in this meeting, which stands in your own log. Empty: none.
 */
export interface NoteSupervision {
  meeting: number;
  words: string;
  type: 'note_supervision';
}
/**
 * Agree that the date of your last presenting is noted, for you and the leaders; or not any more, and it goes.
 */
export interface ShareTurns {
  agrees: boolean;
  type: 'share_turns';
}
/**
 * Note that you have presented in this meeting. Only the date of the last time is kept.
 *
 * Of a meeting with one case it tells whose that was.
 */
export interface NotePresented {
  meeting: number;
  type: 'note_presented';
}
/**
 * Have the group write to this address of yours when a date is moved or cancelled, once you have proved it.
 *
 * A code is sent there, and the address that you have proved before is written to until then. Empty: no more mail;
 * every address of yours is erased. `language` (BCP 47) is that of the page on which you say so; empty: the group's.
 */
export interface NoteMail {
  address: string;
  language: string;
  type: 'note_mail';
}
/**
 * Prove that the address is yours by the code that was sent there. A wrong one is counted: there are five tries.
 */
export interface ProveMail {
  code: string;
  type: 'prove_mail';
}
/**
 * Keep the group: nothing is erased.
 */
export interface StopErasure {
  type: 'stop_erasure';
}
/**
 * The body of a certificate: of which time, and a number to print on it, which is not kept.
 */
export interface AskPaper {
  token: string;
  number: string;
  from_ms: number | null;
  until_ms: number | null;
}
/**
 * Somebody who knocks (`knocks`), or was sent there and is gone, with their `name`; or a seat nobody has come to.
 *
 * `given` is that name as they gave it, for an answer to say whom it means. `seat_of` is whose seat it is already,
 * where they have come with the link of a person's seat: that person's own other device (then `name` is the same), or
 * somebody else; `occupied` is whether that person is here. `agreed` is whether everybody who is asked has
 * agreed to an observer; always so for members.
 */
export interface AtDoor {
  number: number;
  role: Role;
  name: string;
  given: string | null;
  knocks: boolean;
  seat_of: string | null;
  occupied: boolean;
  agreed: boolean;
  can: AimedCommand[];
}
/**
 * Who was there, as what, and for how long (E8).
 *
 * `came_ms` and `left_ms` (since 1970) are the first and the last of them; `present_ms` is how long they were there in
 * between, without the times when they were not. It is None in the records of earlier releases, which did not know.
 * `meeting_ms` is how much of it was between the opening and the end of the closing: without gathering, and without
 * lingering and its debrief. `seat` is where they sat.
 */
export interface Attendance {
  name: string;
  role: Role;
  came_ms: number;
  left_ms: number;
  present_ms: number | null;
  meeting_ms: number | null;
  seat: number | null;
}
/**
 * Everything that stands on it but its number, its date, and what is typed when it is downloaded.
 *
 * `leaders` are those who led the meetings that it certifies. `quarter_hours` are the nearest, `units` (of 45 minutes)
 * and `double_hours` (of 90) those that are full.
 */
export interface AttendanceCertificate {
  name: string;
  group: string;
  zone: string;
  organiser: string;
  closed: boolean;
  leaders: CertifiedLeader[];
  attended: Attended[];
  minutes: number;
  quarter_hours: number;
  units: number;
  double_hours: number;
}
/**
 * A leader, with the accreditation they have typed. Both are empty for one who has left the group since.
 */
export interface CertifiedLeader {
  name: string;
  accreditation: string;
}
/**
 * One confirmed meeting that this person was at, for so many whole minutes.
 */
export interface Attended {
  began_ms: number;
  ended_ms: number;
  minutes: number;
  cases: number;
  role: Role;
  mode: Mode;
  corrected: boolean;
  vnr: string;
}
/**
 * What only the page on this seat can open, in base64url.
 */
export interface Box {
  seat: number;
  box: string;
}
/**
 * The address of your own calendar; null where you have none yet: the command `renew_feed` makes one.
 */
export interface CalendarFeed {
  url: string | null;
}
/**
 * An anonymous card. `counts` are there once it is closed, and only if enough have answered; else null.
 */
export interface CardView {
  open: boolean;
  answered: boolean;
  counts: number[] | null;
}
/**
 * A case that was told: its number in the group and its date. It does not say whose it was.
 */
export interface CaseMark {
  number: number;
  on_ms: number;
}
/**
 * A certificate as a page prints it: the same as in the PDF. `paper` is its own number, made anew each time.
 */
export interface CertificatePaper {
  paper: string;
  issued_ms: number;
  number: string;
  says: AttendanceCertificate;
}
/**
 * An offer whose sound comes back as it was sent, and goes to nobody else. `line` is for its `Answer`.
 *
 * `ice_servers` are the relays by which it may be tried as well.
 */
export interface CheckOffer {
  line: string;
  sdp: string;
  ice_servers: IceServer[];
  type: 'check_offer';
}
/**
 * A relay (TURN) by which the sound may come where it finds no other way: an `RTCIceServer` as it stands.
 */
export interface IceServer {
  urls: string[];
  username: string;
  credential: string;
}
/**
 * On the socket of the line check: asks for an offer, to find out whether sound gets through in one way more.
 */
export interface CheckWay {
  type: 'check_way';
}
/**
 * Before `Enter`, once, if you like: which protocols you speak. The server says then what it knows.
 */
export interface ClientHello {
  /**
   * @maxItems 16
   */
  protocols: number[];
  type: 'hello';
}
/**
 * The running step's time, in milliseconds. Exactly one of `ends_at_ms` (running) and `left_ms` (paused) is set.
 *
 * Signed: past its end, time counts on. `minutes` is what the step has been given. `digits` is whether this seat is
 * shown figures or a calm ring. `bounded` is whether the lingering room closes at zero (while the clock runs).
 * `held` is whether it stands because no leader is here: then the first one back lets it run on (S8).
 */
export interface ClockView {
  minutes: number;
  ends_at_ms: number | null;
  left_ms: number | null;
  digits: boolean;
  bounded: boolean;
  held: boolean;
}
/**
 * The code that was sent to this address is awaited from you. With no `tries_left` none is taken any more.
 */
export interface CodeAwaited {
  address: string;
  until_ms: number;
  tries_left: number;
}
/**
 * The answer to `POST /api/circles`: the circle's title, and a link for each seat.
 *
 * `expires_ms` is when the circle ends if nobody has entered it by then (E4).
 */
export interface CreatedCircle {
  title: string;
  expires_ms: number;
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
 * The `Ask` of this `id` is granted and kept. The newest view, which comes first, shows what it has changed.
 */
export interface Done {
  id: number;
  type: 'done';
}
/**
 * The body of `POST /api/door`: look at the frame before entering.
 */
export interface Door {
  token: string;
}
/**
 * The answer to `POST /api/door`: what somebody with this invitation reads before they enter. Entering is agreeing.
 *
 * `knocks` is whether they will wait for a facilitator to admit them. `lock` is that of a sealed circle: it has to
 * follow from the key in this link.
 */
export interface DoorSign {
  title: string;
  role: Role;
  frame: Frame;
  knocks: boolean;
  lock: string | null;
}
/**
 * A leader's change: what (the command's type), about what (`Subject`), by whom; `version` is the one it made.
 *
 * `number` is that of the one meeting or person that it was about, null where there is none. `by` is 0 where it is not
 * to be known.
 */
export interface Edit {
  version: number;
  at_ms: number;
  by: number;
  what: string;
  about: string;
  number: number | null;
}
/**
 * The first message: an invitation with a name, or the `resume` of an earlier offer (then without one).
 *
 * `line` is that of the newest offer, said by a page that comes back by itself: where its sound still stands it is
 * kept; where another page has taken the seat since, the socket is closed. Without a `line` the seat is taken anew.
 */
export interface Enter {
  token: string;
  name: string | null;
  line: string | null;
  type: 'enter';
}
/**
 * The body of `POST /api/group/enter`. `lock` is the circle's, where the group's circles are sealed.
 *
 * `circle` names the meeting whose key it is of: if that is not the one of now, it is refused.
 */
export interface EnterMeeting {
  token: string;
  lock: string | null;
  circle: string | null;
}
/**
 * A leader has asked to erase the group. It is done at `due_ms`, which is there once a second one has agreed, or
 * nobody else is left in it.
 */
export interface Erasure {
  asked_by: number;
  asked_ms: number;
  due_ms: number | null;
}
/**
 * Who is to come to a seat, by the name that the group has. `absent`: they have said that they cannot come.
 *
 * `name` is empty for somebody who has left the group.
 */
export interface ExpectedView {
  name: string;
  absent: boolean;
}
/**
 * The sound of this line is lost: another offer is due. Of a line that has been replaced already it is no news.
 */
export interface RenewSound {
  line: string;
  type: 'renew_sound';
}
/**
 * The person has spoken; said in sealed circles, where only the page knows, once in two seconds of speech at most.
 *
 * It counts while the phase lets them be heard, for the leaders' hint (V5). It is not answered.
 */
export interface HasSpoken {
  type: 'spoke';
}
/**
 * Which public key (X25519) this page of a sealed circle has, with a proof that it has the key in the links too.
 *
 * Both are 32 bytes in base64url. Said after every `Offer` and `Kept`; the others are shown it in `PageKeys`.
 */
export interface Introduce {
  key: string;
  proof: string;
  type: 'introduce';
}
/**
 * Hand these boxes to the pages they are for; each gets its own as `Handed`. One for nobody is lost.
 */
export interface Hand {
  /**
   * @minItems 1
   * @maxItems 16
   */
  boxes: Box[];
  type: 'hand';
}
/**
 * Asks for the server's time, and for a check by the way of the sound; `sent_ms` is the page's own clock and comes
 * back untouched.
 */
export interface Ping {
  sent_ms: number;
  type: 'ping';
}
/**
 * The answer to `leave_group`: you do not belong to the group any more, and your link opens it no more.
 */
export interface GroupLeft {
  type: 'left';
}
/**
 * The personal link of somebody of a group, or of a guest: one for all meetings, a guest's for one.
 */
export interface GroupLink {
  person: number;
  name: string;
  role: Role;
  link: string;
}
/**
 * The links of a new group, or those that you may see: a leader everybody's, a member their own.
 */
export interface GroupLinks {
  name: string;
  links: GroupLink[];
}
/**
 * The answer 409: an expected no. Nothing has changed; `detail` is for people.
 *
 * `edits` are what leaders have changed since the version that you had seen, where the reason is `stale`.
 */
export interface GroupRefusal {
  detail: string;
  reason: GroupReason;
  edits: Edit[];
}
/**
 * What is your own. `accepted`: you have accepted the frame as it is now. `turns_noted`: all agree to it.
 * `has_log`: you lead, or have led, so there is a leader's log of yours, or something else of that time.
 *
 * `link_waits`: a new link that was asked for by yours has not been used yet; until it is, yours works.
 * `link_anew`: your link, to go on with in place of the one that you have come by, where that will work no more once
 * the server has changed its secret; null else, and in every other answer than that to reading the group.
 * `mail` is the address that you have given and proved. While there is none it is empty, or null where the server
 * sends no mail. `code` is null while none is awaited from you. `language` (BCP 47) is that in which the group writes
 * to you.
 */
export interface GroupSelf {
  number: number;
  name: string;
  role: Role;
  accepted: boolean;
  has_feed: boolean;
  has_log: boolean;
  link_waits: boolean;
  accreditation: string;
  mail: string | null;
  code: CodeAwaited | null;
  language: string;
  shares_turns: boolean;
  turns_noted: boolean;
  presented_ms: number | null;
  link_anew: string | null;
}
/**
 * The group as you may see it. `meetings` are in the order of time, those that are over too.
 *
 * `version` is what commands carry as `seen`. `quarterly` is null where the quarterly item is off; `quarters` are
 * those whose counts can be shown, none while it is off. `language` (BCP 47) is that of whoever has chosen none.
 * `erased_ms`: when all of it will be erased; null unless two leaders, or one who is alone in it, want that.
 */
export interface GroupView {
  version: number;
  now_ms: number;
  name: string;
  zone: string;
  language: string;
  erased_ms: number | null;
  terms: Terms;
  terms_number: number;
  sealed: boolean;
  lock: string | null;
  you: GroupSelf;
  people: PersonView[];
  meetings: MeetingView[];
  cases: CaseMark[];
  quarterly: CardView | null;
  quarters: QuarterView[];
  leading: LeadersGroupView | null;
  type: 'group';
}
/**
 * Somebody of the group: their number, name and role.
 */
export interface PersonView {
  number: number;
  name: string;
  role: Role;
}
/**
 * One date. `odd`: the clocks change over this time. `moved`: its time or length was changed since it was planned.
 *
 * `coming`: you have not said that you cannot come. `say_again`: you could not come at the time that it had before; of
 * this one you have not said so. `circle` names the meeting for the keys of a sealed circle.
 * `may_enter`: it can be entered now. `held` is null until it has been. `leading` is for leaders, else null.
 */
export interface MeetingView {
  number: number;
  starts_ms: number;
  minutes: number;
  odd: OddTime | null;
  moved: boolean;
  cancelled: boolean;
  coming: boolean;
  say_again: boolean;
  may_enter: boolean;
  circle: string;
  guests: GuestSeen[];
  held: HeldView | null;
  leading: LeadersMeetingView | null;
}
/**
 * A guest (a member for once) or an observer who is announced for a meeting. `agreed`: whether you have agreed.
 *
 * `may_say`: you may agree now, or take it back; that is refused while people are in the meeting, as `in_a_meeting`.
 * `first`: the others have without you, for you had said that you cannot come; you enter once you agree too.
 */
export interface GuestSeen {
  number: number;
  name: string;
  role: Role;
  agreed: boolean;
  may_say: boolean;
  first: boolean;
}
/**
 * What became of a meeting. `your_ms`: how long you were there, null where you were not.
 *
 * `too_late`: it can be confirmed and corrected no more.
 * `supervision` is your note in your own log, empty while there is none; null where there can be none: the
 * meeting does not stand in it.
 */
export interface HeldView {
  mode: Mode;
  began_ms: number;
  ended_ms: number;
  cases: number;
  your_ms: number | null;
  corrected: boolean;
  confirmed: boolean;
  too_late: boolean;
  vnr: string;
  supervision: string | null;
  card: CardView | null;
}
/**
 * `absent`: who has said that they cannot come. `expected`: how many come, guests too; `enough`: the quorum is met.
 *
 * `not_agreed`: the guests to whom somebody who comes has not agreed. `seats`: who is to come to each seat of its
 * circle, seat 1 first; nobody before it has one, or once it has been held. `present` and `confirm_until_ms` are null
 * until that.
 */
export interface LeadersMeetingView {
  absent: number[];
  expected: number;
  enough: boolean;
  not_agreed: number[];
  seats: ExpectedView[];
  parts: Assigned[];
  present: PresentView[] | null;
  confirm_until_ms: number | null;
}
/**
 * Who was there, for how long. `name` is empty for somebody who has left the group, or a guest of long ago.
 */
export interface PresentView {
  person: number;
  name: string;
  role: Role;
  present_ms: number;
  corrected: boolean;
}
/**
 * The published counts of one quarter, "2027-Q1".
 */
export interface QuarterView {
  quarter: string;
  counts: number[];
}
/**
 * `not_accepted` are the numbers of those who have not accepted the frame as it is now.
 *
 * `turns` is null unless the group has it on and everybody has agreed; `not_sharing` are those who have not.
 * `edits` are the leaders' changes of late, oldest first. `written_to`: how many get a mail when you change or cancel
 * a date; 0 where the server sends none.
 */
export interface LeadersGroupView {
  not_accepted: number[];
  turns: TurnView[] | null;
  not_sharing: number[];
  erasure: Erasure | null;
  edits: Edit[];
  written_to: number;
}
/**
 * When this person last presented, null: not since all have agreed that it is noted. In no order.
 */
export interface TurnView {
  person: number;
  presented_ms: number | null;
}
/**
 * What a guest, or an observer, sees: the one meeting they are announced for, and the frame it has.
 *
 * `language` (BCP 47) is the group's. `may_enter`: it can be entered now. `waits`: its time has come, but the meeting
 * before it goes on. `over`: it can be entered no more.
 */
export interface GuestView {
  now_ms: number;
  name: string;
  language: string;
  zone: string;
  terms: Terms;
  sealed: boolean;
  lock: string | null;
  your_name: string;
  role: Role;
  starts_ms: number;
  minutes: number;
  circle: string;
  may_enter: boolean;
  waits: boolean;
  over: boolean;
  type: 'guest';
}
/**
 * A box for you from the page on this seat.
 */
export interface Handed {
  seat: number;
  box: string;
  type: 'handed';
}
/**
 * The page on this seat has this public key (X25519). `proof` shows that it has the key in the links.
 *
 * `mark` is another number each time it introduces itself: what was handed to it before may not have come.
 */
export interface Introduced {
  seat: number;
  key: string;
  proof: string;
  mark: number;
}
/**
 * You are back in your seat, and the sound of your `line` stands as it was: there is no offer.
 *
 * `confirms` as in `Offer`.
 */
export interface Kept {
  seat: number;
  resume: string;
  line: string;
  confirms: boolean;
  type: 'kept';
}
/**
 * The line of whoever speaks on this seat loses packets, and what is sent again comes so late.
 */
export interface LateVoice {
  seat: number;
  late_ms: number;
}
/**
 * Everything the leaders share, and whether this one has the `hints`.
 *
 * `keeper` keeps the clock. `over_minutes` is how far the step is over its time: 0, 5, 10 and so on. `behind_minutes`
 * is how much later than planned the meeting would end, `take_minutes` how much of that the coming reflection can
 * give, which has `reflection_minutes`. `not_heard_yet` are seats, coarse and of this case only; empty where `hints`
 * is off. `declined` are seats whose person has just said that they will not present. `lost_long` are seats whose
 * connection has been lost for two minutes, `without_sound` those who are here but whose sound has not connected in
 * time, both until a leader goes on without them; `weak_lines` those whose line loses sound or is slow.
 * `links_doubted` are seats whose person has said that it is not they who opened their link again.
 * `begun` is whether the meeting has moved out of its gathering for good: else nothing of it is kept in a group (E4).
 * `record` is what will be kept, shown while the circle lingers.
 */
export interface Leading {
  begun: boolean;
  keeper: number | null;
  signals: SignalView[];
  cue: Cue | null;
  over_minutes: number;
  behind_minutes: number;
  take_minutes: number;
  reflection_minutes: number | null;
  cards: Card[];
  hints: boolean;
  not_heard_yet: number[];
  pause_needed: boolean;
  word_asked: boolean;
  declined: number[];
  lost_long: number[];
  without_sound: number[];
  weak_lines: number[];
  door_closed: boolean;
  at_door: AtDoor[];
  links_doubted: number[];
  record: Record | null;
}
/**
 * A signal from one leader to the others; it expires by itself.
 */
export interface SignalView {
  by: number;
  signal: Signal;
}
/**
 * All that is kept of a circle once it has ended. Who presented is not in it.
 */
export interface Record {
  title: string;
  opened_ms: number;
  ended_ms: number;
  phase_times: PhaseTime[];
  attendance: Attendance[];
}
/**
 * A stretch of the meeting for its record. `ended_ms` is None while it lasts.
 */
export interface PhaseTime {
  phase: Phase;
  began_ms: number;
  ended_ms: number | null;
}
/**
 * What a leader did in a meeting, or in one case of it.
 */
export interface LedPart {
  part: LeaderPart;
  case: number | null;
}
/**
 * The body of `POST /api/group/lost-link`: the address that one has given to one's group.
 */
export interface LostLink {
  address: string;
}
/**
 * Its answer, whoever it is: what happens now, for people.
 */
export interface LostLinkAsked {
  detail: string;
}
/**
 * The answer of `GET /api/mail`: whether this server sends mail.
 */
export interface MailOffer {
  sends: boolean;
}
/**
 * Your way into the meeting of now: `token` is the invitation to your seat of its circle. Enter it as `name`: what
 * you are called there already, else in the group.
 *
 * `circle` names the meeting for the keys of a sealed circle.
 */
export interface MeetingEntrance {
  token: string;
  name: string;
  role: Role;
  circle: string;
}
/**
 * What is kept of this person. `attended` are the confirmed meetings, as a certificate has them.
 *
 * `answered_end_card` and `answered_quarters` only keep anybody from answering twice, and go when the card closes;
 * what was answered is not kept of anybody.
 */
export interface MemberExport {
  group: string;
  number: number;
  name: string;
  role: Role;
  joined_ms: number;
  accepted_frame: number;
  has_feed: boolean;
  accreditation: string;
  mail: string;
  mail_not_proved: string;
  language: string;
  shares_turns: boolean;
  presented_ms: number | null;
  meetings: NotedMeeting[];
  attended: Attended[];
  answered_quarters: string[];
  edits_made_ms: number[];
}
/**
 * A meeting at which something is noted of this person, by its planned start.
 *
 * `present_ms`: how long they were there; `absent_said_ms`: when they said that they cannot come;
 * `asked_again`: they could not come before it was moved, and have not said yet whether they come now; `parts`: what
 * leaders have said that they did in it.
 */
export interface NotedMeeting {
  starts_ms: number;
  present_ms: number | null;
  corrected: boolean;
  confirmed: boolean;
  absent_said_ms: number | null;
  asked_again: boolean;
  agreed_to_guests: string[];
  parts: LedPart[];
  supervision: string;
  answered_end_card: boolean;
}
/**
 * The body of `POST /api/circles`. What is neither facilitator nor observer is a member.
 *
 * `steps`, if given, are a plan of one's own instead of the template's, without gathering and lingering. With a `lock`
 * the circle is sealed: 8 bytes that follow from its key, in hexadecimal (`docs/PROTOCOL.md`).
 */
export interface NewCircle {
  title: string;
  steps: Step[] | null;
  frame: Frame;
  template: Template;
  seats: number;
  facilitators: number;
  observers: number;
  lock: string | null;
}
/**
 * The body of `POST /api/groups`. `zone` as the IANA names it; `lock` where its circles are to be sealed.
 *
 * `language` (BCP 47) is that of whoever has chosen none.
 */
export interface NewGroup {
  name: string;
  zone: string;
  /**
   * @maxItems 16
   */
  people: NewPerson[];
  terms: Terms;
  lock: string | null;
  language: string;
}
/**
 * Somebody of a new group.
 */
export interface NewPerson {
  name: string;
  leads: boolean;
}
/**
 * An observer stands at the door and everybody is asked. `agreed` is this seat's own answer.
 *
 * `given` is the name as they gave it, for the answer to say whom it means.
 */
export interface ObserverAsks {
  number: number;
  name: string;
  given: string;
  agreed: boolean;
  can_agree: boolean;
}
/**
 * The body of what is only asked of a group: the token of your link.
 */
export interface OfGroup {
  token: string;
}
/**
 * You are seated. `resume` brings this page back to the same seat; `sdp` is the offer of the sound.
 *
 * `line` names this line of sound. A later offer replaces it, and its `ice_servers`. `confirms` is whether what is
 * granted is answered with `Done`; earlier releases do not name it, and do not. `sealed` is whether the server takes
 * this for the sound of a sealed circle. Nobody should rely on it: who has a key seals, whatever the server says (V1).
 */
export interface Offer {
  seat: number;
  resume: string;
  line: string;
  sdp: string;
  ice_servers: IceServer[];
  confirms: boolean;
  sealed: boolean;
  type: 'offer';
}
/**
 * The answer to `renew_link` of yourself: your new link. Nothing shows it again, and it is nobody else's to see.
 *
 * The link that you asked with works until the new one is opened. It may ask again; then that new one takes the place
 * of this one.
 */
export interface OwnLink {
  link: string;
  group: GroupView;
  type: 'own_link';
}
/**
 * The pages that are here and have introduced themselves, yourself among them: whole, after every change.
 */
export interface PageKeys {
  here: Introduced[];
  type: 'keys';
}
/**
 * The server's time in milliseconds since 1970, and for which of the voices heard here it is better to wait.
 */
export interface Pong {
  sent_ms: number;
  now_ms: number;
  late: LateVoice[];
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
 * A seat that is somebody's. `can` names the commands this view's owner may aim at it. `formerly` is whose seat it
 * was before, where it has become another person's: nobody's name is replaced without a trace.
 * `sound` is None where nobody is here. `wishes`: they wish to speak. `news`: they have news of an
 * earlier case.
 */
export interface SeatView {
  number: number;
  name: string;
  formerly: string | null;
  role: Role;
  presence: Presence;
  voice: Voice;
  sound: Sounding | null;
  sits_back: boolean;
  wishes: boolean;
  news: boolean;
  in_debrief: boolean;
  offer: CaseOffer;
  asked: boolean;
  can: AimedCommand[];
}
/**
 * The answer to a `ClientHello`: the best protocol that both speak, and null where there is none.
 *
 * `knows` names the messages and the commands that this server takes. It is the word of the server you came to; while
 * another release comes in, a circle may live at one that knows less.
 */
export interface ServerHello {
  protocol: number | null;
  knows: string[];
  type: 'hello';
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
 * What a person at the door sees: no roster, no phase, no sound (D1). `sent` is whether a facilitator has sent them
 * there.
 */
export interface Waiting {
  title: string;
  number: number;
  role: Role;
  door_closed: boolean;
  asks: Asked;
  sent: boolean;
  version: number;
  type: 'waiting';
}
/**
 * The whole circle as one seat may know it.
 *
 * `version` counts the views of one connection: who is shown nothing new is sent nothing. `unled` is whether no
 * leader is here, so that the circle holds. `card` is whether the shared sentence is shown. `chairs` are the seats of
 * the ring in their order, all but the observers', whether anybody has come to them or not: they never change (S1).
 * `outer` are the seats in the outer circle of a fishbowl: while a case runs they only listen.
 * `sealed` is whether its voices are (V1).
 */
export interface View {
  title: string;
  frame: Frame;
  sealed: boolean;
  phase: Phase;
  step: number;
  plan: StepView[];
  clock: ClockView;
  unled: boolean;
  card: boolean;
  chairs: number[];
  outer: number[];
  seats: SeatView[];
  observers_ask: ObserverAsks[];
  you: You;
  leading: Leading | null;
  version: number;
  type: 'view';
}
/**
 * The seat this view is for. `can` names the commands that are open to it and aimed at nobody.
 *
 * `microphone_open` is the position of the person's own switch; whether it is heard says `voice`. `pause_needed` and
 * `word_asked` are the presenter's own, while the leaders have not answered; `pause_seen` is whether a leader has, in
 * this step, where no step has followed from it, and `word_declined` whether one has said in it: not now. `no_next`
 * is why a facilitator cannot go to the next step, None where they can (and for all others). `other_device` is the
 * name that somebody gave who has opened this person's link again: they are asked whether it is they, and `can` has
 * both answers.
 * `other_device_enters` is whether it has this seat after 15 s without an answer, for no other leader is there to be
 * asked. `weak_line` is how this person's line is weak, where that matters now; null where it is good.
 */
export interface You {
  number: number;
  role: Role;
  voice: Voice;
  sound: Sounding | null;
  weak_line: WeakLine | null;
  microphone_open: boolean;
  sits_back: boolean;
  held_silent: boolean;
  pause_needed: boolean;
  pause_seen: boolean;
  word_asked: boolean;
  word_declined: boolean;
  guidance: Guidance;
  no_next: Reason | null;
  other_device: string | null;
  other_device_enters: boolean;
  can: OwnCommand[];
}

export const NAME_MAX = 40 as const;
export const NEVER_BEGUN_AFTER_MS = 7776000000 as const;
export const WEAK_FROM = {
  "voice_lost": 0.05,
  "hearing_lost": 0.05,
  "round_trip_ms": 500,
  "jitter_ms": 60
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
  "CIRCLE_FAILED": 4010,
  "FULL": 4011,
  "UNINVITED": 4012,
  "MOVED": 4013,
  "NOT_ADMITTED": 4014,
  "BUSY": 4015
} as const;
export const FINAL_BY_RFC = [
  1002,
  1003,
  1007,
  1008,
  1009,
  1010
] as const;
export const COMES_BACK = [
  4001,
  4010,
  4011,
  4013,
  4015
] as const;
