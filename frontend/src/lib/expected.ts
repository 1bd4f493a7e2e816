import type { ExpectedView, GroupView } from '../protocol';
import type { Entry } from './address';
import { post } from './api';

const READ_EVERY_MS = 60_000;

/**
 * Tells who is to come to each seat of this meeting, seat 1 first, now and each minute until the returned function is called: its
 * group tells this facilitator, and the circle knows nothing of it (G39). What is not answered is told again a minute later.
 */
export function readExpected(tell: (expected: ExpectedView[]) => void): () => void {
  const { group, meeting } = (history.state ?? {}) as Entry;
  const read = async (): Promise<void> => {
    const response = group && (await post('/api/group', JSON.stringify({ token: group.token })));
    const answer = (await response?.json().catch(() => null)) as Partial<GroupView> | null;
    const today = answer?.meetings?.find(({ circle }) => circle === meeting);
    if (today?.leading?.seats) tell(today.leading.seats); // an earlier release tells none
  };
  const timer = setInterval(read, READ_EVERY_MS);
  void read();
  return () => clearInterval(timer);
}
