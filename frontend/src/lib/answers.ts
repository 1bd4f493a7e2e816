import type { Leading, View } from '../protocol';
import { presenterHasLeft } from './moment';

/** Whether something is shown to this person that wants their answer, or their eye, now. */
export function wantsAnswer(view: View): boolean {
  const { you, observers_ask, leading } = view;
  return (
    you.other_device !== null ||
    observers_ask.length > 0 ||
    (leading !== null && leadersAnswer(leading)) ||
    presenterHasLeft(view)
  );
}

function leadersAnswer(leading: Leading): boolean {
  const { pause_needed, word_asked, cue, signals, at_door } = leading;
  const { declined = [], lost_long, links_doubted, without_sound, weak_lines } = leading;
  const lists = [signals, declined, lost_long, links_doubted, without_sound, weak_lines];
  return (
    pause_needed ||
    word_asked ||
    cue !== null ||
    lists.some(({ length }) => length > 0) ||
    at_door.some(({ knocks }) => knocks)
  );
}
