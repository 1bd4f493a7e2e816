import type { CLOSE } from '../../../protocol';

/** What is said where the line to the circle ends. */
export const leaving = {
  closed: {
    BAD_MESSAGE: {
      title: 'This page and the server misunderstood each other',
      text: 'Your seat is kept. Loading the page again usually helps.',
    },
    TOO_SLOW: { title: 'The line was too slow', text: 'Your seat is kept.' },
    TOO_MANY: {
      title: 'That was too much at once',
      text: 'The server closed the line to protect the circle. Your seat is kept.',
    },
    NOT_INVITED: {
      title: 'This invitation does not open a circle here',
      text: 'Perhaps a part of the link got lost. Please ask your facilitator for it again.',
    },
    NO_CIRCLE: {
      title: 'This circle is not here any more',
      text: 'Its meeting is over, moved or cancelled, or it was opened anew or never used. Look in your group, or ask your facilitator.',
    },
    NAME_NEEDED: {
      title: 'The circle needs a name for you',
      text: 'One that the others know you by, of up to 40 characters.',
    },
    REPLACED: {
      title: 'Your seat is open in another window',
      text: 'A seat holds one person in one place, so this window is quiet now. If that was not you, please tell a facilitator.',
    },
    ENDED: {
      title: 'The meeting is over',
      text: 'Thank you for being here. What was said stays in the circle; nothing of it was kept.',
    },
    GOODBYE: {
      title: 'You have left the circle',
      text: 'Your seat is kept. The same link leads back to it while the meeting lasts.',
    },
    CIRCLE_FAILED: { title: 'The circle stopped for a moment', text: 'Your seat is kept.' },
    MOVED: {
      title: 'The circle is moving to another server',
      text: 'A moment. Your seat is kept; nobody hears you meanwhile.',
    },
    UNINVITED: {
      title: 'Your invitation has ended',
      text: 'This link no longer leads into the circle. If you were sent a new one, open it: it leads to your seat. If this surprises you, please speak with a facilitator.',
    },
    NOT_ADMITTED: {
      title: 'You were not let in',
      text: 'The person whose seat this is, or a facilitator, has said no. If that surprises you, please speak with a facilitator.',
    },
    BUSY: {
      title: 'Not just now',
      text: 'Somebody waits at the door with your link, or it was opened too often.',
    },
    FULL: { title: 'The server is full just now', text: 'Your seat is kept.' },
  } satisfies Record<keyof typeof CLOSE, { title: string; text: string }>,
  /** The same link, in two windows of one browser. */
  otherWindow: {
    which:
      'A seat holds one person in one place. In which window would you like to go on? The other one falls quiet.',
    here: 'Go on in this window',
    there: 'Stay in the other window',
    stays: 'Go on in the other window. You can close this one.',
  },

  comeBack: 'Come back to the circle',
  takeSeatHere: 'Take the seat here',
  toFront: 'To the front page',
  toGroup: 'To my group',
  toConfirm: 'On your group’s page you confirm who was there, within 14 days.',
};
