import type { KeyProblem } from '../../../lib/sealed/agreement';

/** Sealed voices: what is protected, what the server still sees, and what to do when a key does not fit. */
export const sealed = {
  sealed: {
    protects:
      'Your browser seals your voice, and only the browsers of this circle open it again. Their key is in your links, and is never sent to the server.',
    seen: 'The server still sees who is here and when somebody speaks. It also gives you this page: whoever changes the page could break the seal.',
    notMeans:
      'Whoever runs the server could listen. This circle was opened so, for people with older browsers. To meet sealed, open another circle.',
    sent: (ofGroup: boolean) =>
      `Your link was rewritten on its way, and so its key has been sent to the server once. Whoever runs the server could listen. ${ofGroup ? 'Ask a facilitator to give the group another key.' : 'To be sure, open another circle and send its links in another way.'}`,
    withheld:
      'Your browser has made a key for this meeting alone, but the server does not pass it on. So your voice is sealed with the key in your links only: whoever finds a link later could open what was recorded. Load the page again. If it says the same, tell whoever runs the server.',
    unopened:
      'A voice cannot be opened here. If loading the page again does not help, ask the others to load theirs again. If it stays so, compare the digits in another way than by this page, and tell whoever runs the server.',
    compare:
      'These digits are the same for everybody in this circle. Compare them aloud if you want to be sure:',
    digits: (digits: string) => `${digits.slice(0, 4)}\u00a0${digits.slice(4)}`,
    problem: {
      missing: {
        title: 'Your link has lost its key',
        text: 'This circle is sealed: only who has its key can listen. The key is the end of your link, after ~. Open the whole link, as it was sent, or ask your facilitator to send it again.',
      },
      cut: {
        title: 'The end of your link is missing',
        text: 'It holds the key of this circle, and a part of it got lost. Open the whole link, as it was sent, or ask your facilitator to send it again.',
      },
      mistyped: {
        title: 'Your link has a mistake in it',
        text: 'The key at its end, after ~, is not as it was made: perhaps a character was changed. Open the link as it was sent, or ask your facilitator to send it again.',
      },
      foreign: {
        title: 'This key is another circle’s',
        text: 'The end of your link, after ~, does not belong to this circle, or the server is not telling the truth. Do not meet by it. Ask your facilitator to send your link again.',
      },
      unlocked: {
        title: 'This circle should be sealed',
        text: 'Your link has a key, but the server says that this circle has none. Do not meet by it: somebody could listen. Tell your facilitator, in another way than by this page.',
      },
      unable: {
        title: 'This browser cannot seal your voice',
        text: 'This circle is sealed, so nobody can come in without. Open your link in Chrome or Edge from version 141, Firefox from 130 or Safari from 17, by https.',
      },
      unstarted: {
        title: 'The seal did not start',
        text: 'The part of this page that seals your voice could not be loaded, so nothing has been sent. Load the page again, or open your link in another browser.',
      },
    } satisfies Record<KeyProblem | 'unstarted', { title: string; text: string }>,
  },
};
