/** Opening a standing group, and inviting its people. */

const HOW =
  'Keep this link: it is yours alone, and leads into every meeting. It also shows you the dates, and there you can say that you cannot come. You need no account and nothing to install.';

const text =
  (own: string, ...how: string[]) =>
  (invited: (group: string) => string) =>
  (name: string, group: string, sentence: string, link: string): string =>
    [
      `${name},`,
      invited(group),
      `Nothing is recorded, ever, and this is what we agree on: ${sentence}`,
      `${own}\n${link}`,
      ...how,
    ].join('\n\n');

const invitation = text('Your own link:', HOW);
const toOneMeeting = text('Your own link, with the date in it:');

export const newGroup = {
  newGroup: {
    title: 'A group that meets regularly',
    lead: 'The same people, again and again. Each of you gets one link for all meetings, with the dates in it.',
    name: 'What is your group called?',
    example: 'Tuesday group',
    zone: 'Time zone of the group',
    zoneMeans:
      'The group’s times go by this clock, in summer and in winter. Everybody also reads their own.',
    people: 'Who belongs to it?',
    peopleMeans: 'Their names as the others know them. You can add more at any time.',
    own: 'Your name',
    nameOf: (n: number) => `Name ${n}`,
    facilitates: (n: number) => `Name ${n} facilitates`,
    facilitatesShort: 'facilitates',
    another: 'One more',
    drop: (n: number) => `Take name ${n} out`,
    more: 'More about this group',
    open: 'Open the group',
    opening: 'Opening the group',
    next: 'Then you say when you meet, and send everybody their link.',
  },

  invitation: {
    subject: (group: string) => `Your link to the Balint group “${group}”`,
    facilitator: invitation((group) => `you are a facilitator of the Balint group “${group}”.`),
    member: invitation(
      (group) => `you are invited to the Balint group “${group}”, which meets regularly.`,
    ),
    observer: toOneMeeting(
      (group) =>
        `you are invited to observe a meeting of the Balint group “${group}”: you hear everything, and nobody hears you.`,
    ),
    guest: toOneMeeting(
      (group) => `you are invited to one meeting of the Balint group “${group}”.`,
    ),
  },
};
