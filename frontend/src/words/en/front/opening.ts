import type { Template } from '../../../protocol';

/** What is asked of whoever opens a circle, or a group. */
export const opening = {
  template: {
    one_case_60: 'One case, 60 minutes',
    one_case_90: 'One case, 90 minutes',
    two_cases_90: 'Two cases, 90 minutes',
    fishbowl_90: 'Fishbowl, 90 minutes',
  } satisfies Record<Template, string>,

  sealing: {
    label: 'Sealed: the server cannot listen',
    means: 'It takes Chrome or Edge 141, Firefox 130, Safari 17, or later.',
    not: 'For older browsers. The server could listen, and everybody is told so. Whoever facilitates needs Chrome or Edge 114, Firefox 125, Safari 17, or later.',
    cannot: 'This browser cannot seal a circle. Open this page by https, or in another browser.',
  },

  openingKey: {
    label: 'Opening key',
    hint: 'On this server, circles are opened with a key. Its keeper can give it to you.',
  },

  /** Where the server was asked for something, and nothing hangs on whether that has reached it. */
  noAnswer: 'The server did not answer. Please try again in a moment.',
};
