import { group } from '../../words/en/group/group';
import { groupLeading } from '../../words/en/group/group-leading';
import { newGroup } from '../../words/en/group/new-group';
import { opening } from '../../words/en/front/opening';
import { laterWords } from '../strings';

export const groupEn = { ...group, ...groupLeading, ...newGroup, ...opening };

/** The words of a standing group. They are loaded with it. */
export const groupWords = await laterWords(
  groupEn,
  import.meta.glob('../../words/*/{group,front}/index.ts'),
);
