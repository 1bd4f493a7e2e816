import type { View, Waiting } from '../protocol';
import { titled } from './titled';
import { told } from './told';
import type { CircleWords } from './circle-words';

/** Where somebody is, as far as the title of their page goes. */
export interface Whereabouts {
  view: View | null;
  waiting: Waiting | null;
  /** Let in while the page was not looked at: until it is, that comes first. */
  letIn: boolean;
}

/** The page's title: what somebody needs to know who has another page before them. It makes no sound. */
export function titleOf({ view, waiting, letIn }: Whereabouts, words: CircleWords): string {
  if (waiting) return titled(words.waiting.title, waiting.title);
  if (!view) return titled(words.lobby.joining, words.name);
  const knocking = view.leading?.at_door.filter(({ knocks }) => knocks).length ?? 0;
  return titled(
    letIn && words.titles.letIn,
    knocking > 0 && words.titles.atDoor(knocking),
    told(view, words).title,
    view.title,
  );
}
