import { CLOSE } from '../protocol';
import { enterBy, type Entrance, socketUrl } from './entrance';
import { forgetSeat } from './invitation';
import { Line } from './socket';

const WITHIN_MS = 30_000;

/**
 * Tells the server that this person has left while the line was away, as soon as it is reached; but not for a page that
 * has taken the seat meanwhile (S3). It is given up after a while, or by the returned function.
 */
export function sayGoodbye(entrance: Entrance, given: string | null): () => void {
  const line: Line = new Line(socketUrl(), {
    opened: () => line.send(enterBy(entrance, given)),
    received: ({ type }) => {
      if (type === 'view') line.send({ type: 'ask', id: 1, command: { type: 'leave' } });
    },
    lost: () => undefined,
    closed: (code) => {
      if (code !== CLOSE.REPLACED) forgetSeat(entrance.token);
      giveUp();
    },
  });
  const patience = setTimeout(giveUp, WITHIN_MS);
  function giveUp(): void {
    clearTimeout(patience);
    line.close();
  }
  line.open();
  return giveUp;
}
