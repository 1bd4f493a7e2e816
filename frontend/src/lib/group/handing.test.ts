import { expect, test } from 'vitest';
import type { newGroup } from '../../words/en/group/new-group';

const dictionaries = import.meta.glob<{ newGroup: typeof newGroup }>(
  '../../words/*/group/new-group.ts',
  { eager: true },
);
const LINK = 'https://circle.example/#g.token';

test.each(Object.entries(dictionaries))(
  'who comes to one meeting, to be heard or to hear, reads of that one alone: %s',
  (_, { newGroup: { invitation } }) => {
    for (const kind of ['guest', 'observer'] as const)
      expect(invitation[kind]('Eva', 'Tuesday group', 'Silence.', LINK).endsWith(LINK)).toBe(true);
    const ofAll = invitation.member('Mia', 'Tuesday group', 'Silence.', LINK).split(LINK)[1];
    expect(ofAll).toMatch(/\w{3}/);
  },
);
