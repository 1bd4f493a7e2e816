import type { SitBack } from '../../../protocol';
import { count } from '../count';

/** The front page: what a circle is, and opening one. */
export const front = {
  front: {
    title: 'A quiet room for Balint work',
    lead: 'One of you brings a case, then moves the chair back and only listens. The others say what they imagine and what they feel. Then the presenter returns.',
    points: [
      {
        title: 'Silence that holds',
        text: 'Whoever sits back is silenced by the server itself. No second window and no lost line undoes that.',
      },
      {
        title: 'Time that is soft',
        text: 'Your facilitators set the pace. The clock counts on, and never cuts anybody off.',
      },
      {
        title: 'Nothing kept',
        text: 'No recording, no chat, no account. Only who was there and when, and not a word of the case.',
      },
    ],
    form: 'A circle for today',
    group: 'A group that meets regularly',
    groupMeans: 'One link for each of you, for all meetings: dates, who cannot come, attendance.',
    groupOpen: 'Open a group',
    groupsHere: 'Your groups',
    circleTitle: 'What is this circle called?',
    titleExample: 'Tuesday group, March',
    template: 'Meeting',
    seats: 'Seats in all',
    facilitators: 'Facilitators',
    observers: 'Observers',
    members: (n: number) => `That leaves ${count(n, 'seat for a member', 'seats for members')}.`,
    noMembers: 'That leaves no seat for a member.',
    more: 'More about this circle',
    sentence: 'What you say about confidentiality',
    sitBack: 'When the presenter sits back',
    sitBackChoice: {
      enforced: 'They cannot be heard until they return',
      soft: 'They may ask for a word, and a facilitator may grant it',
      off: 'The chair moves back, the voice stays theirs',
    } satisfies Record<SitBack, string>,
    ownPlan: 'A plan of our own',
    create: 'Open the circle',
    creating: 'Opening the circle',
    linksWait: 'Links to hand out',
    showLinksOf: (title: string) => `Show the links of “${title}”`,
  },

  plan: {
    title: 'The steps of our meeting',
    minutesOf: (phase: string) => `Minutes for ${phase}`,
    minutes: (n: number) => `${n} min`,
    earlier: (phase: string) => `Move ${phase} up`,
    later: (phase: string) => `Move ${phase} down`,
    remove: (phase: string) => `Take ${phase} out`,
    another: 'One more step',
    add: 'Add',
    total: (n: number) =>
      `${count(n, 'minute', 'minutes')} in all. People arrive before it, and may stay afterwards.`,
  },
};
