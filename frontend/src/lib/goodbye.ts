import { CLOSE } from '../protocol';
import { enterBy, type Entrance, socketUrl } from './entrance';
import { forgetSeat } from './invitation';
import { ReconnectingSocket } from './socket';
import { unsaid } from './unsaid';

const WITHIN_MS = 30_000;

/**
 * Tells the server that this person has left while the line was away, as soon as it is reached, wherever this tab has gone
 * by then; but not for a page that has taken the seat meanwhile (S3). After a while it is given up.
 */
export function sayGoodbye(entrance: Entrance, given: string | null): void {
  const socket: ReconnectingSocket = new ReconnectingSocket(socketUrl(), {
    opened: () => socket.send(enterBy(entrance, given)),
    received: ({ type }) => {
      if (type === 'view') socket.send({ type: 'ask', id: 1, command: { type: 'leave' } });
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
    socket.close();
    unsaid.delete(entrance.token);
  }
  unsaid.set(entrance.token, giveUp);
  socket.open();
}
