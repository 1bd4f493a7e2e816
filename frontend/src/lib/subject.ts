import type { Command } from '../protocol';

type Name = Command['type'];

/** Commands that turn one thing this way and that way, or move the same thing. */
const SUBJECTS: readonly (readonly Name[])[] = [
  ['next_step', 'go_back', 'skip_to', 'bring_presenter_back', 'end_case'],
  ['open_microphone', 'close_microphone'],
  ['wish_to_speak', 'take_back_wish'],
  ['ask_to_speak', 'take_back_word'],
  ['let_presenter_speak', 'decline_word'],
  ['have_news', 'take_back_news'],
  ['offer_case', 'withdraw_offer'],
  ['accept_to_present', 'decline_to_present'],
  ['pause_clock', 'resume_clock'],
  ['silence_person', 'lift_silence'],
  ['sit_outside', 'sit_inside'],
  ['admit', 'turn_away'],
  ['allow_other_device', 'refuse_other_device'],
  ['close_door', 'open_door'],
  ['enter_debrief', 'leave_debrief'],
];

/** Minute by minute: whoever presses three times means three minutes. */
export function countsEach({ type }: Command): boolean {
  return type === 'change_time';
}

/** What this command is about: the first of those that share it, and the seat that it is aimed at. */
export function subjectOf(command: Command): string {
  const subject = SUBJECTS.find((shared) => shared.includes(command.type))?.[0] ?? command.type;
  return 'seat' in command ? `${subject} ${command.seat}` : subject;
}
