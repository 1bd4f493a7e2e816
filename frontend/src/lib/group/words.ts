import { front } from '../en/front';
import { group } from '../en/group';
import { groupLeading } from '../en/group-leading';
import { newGroup } from '../en/new-group';
import { laterWords } from '../strings';
import { en } from '../strings.en';

export const groupEn = {
  ...en,
  template: front.template,
  sealing: {
    label: front.front.sealed,
    means: front.front.sealedMeans,
    not: front.front.sealedNot,
    cannot: front.front.cannotSeal,
  },
  openingKey: { label: front.front.key, hint: front.front.keyHint },
  ...group,
  ...groupLeading,
  ...newGroup,
};

/** The words of a standing group. They are loaded with it. */
export const groupWords = await laterWords(groupEn);
