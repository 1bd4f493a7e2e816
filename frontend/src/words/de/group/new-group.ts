import type { newGroup as en } from '../../en/group/new-group';

const HOW =
  'Bewahren Sie diesen Link auf: Er gehört nur Ihnen und führt zu jedem Treffen. Er zeigt Ihnen auch die Termine, und dort können Sie sagen, wenn Sie nicht kommen können. Sie brauchen kein Konto und müssen nichts installieren.';

const text =
  (own: string, ...how: string[]) =>
  (invited: (group: string) => string) =>
  (name: string, group: string, sentence: string, link: string): string =>
    [
      `${name},`,
      invited(group),
      `Nichts wird aufgezeichnet, niemals, und das vereinbaren wir: ${sentence}`,
      `${own}\n${link}`,
      ...how,
    ].join('\n\n');

const invitation = text('Ihr persönlicher Link:', HOW);
const toOneMeeting = text('Ihr persönlicher Link, mit dem Termin darin:');

export const newGroup: typeof en = {
  newGroup: {
    title: 'Eine Gruppe, die sich regelmäßig trifft',
    lead: 'Dieselben Menschen, immer wieder. Alle bekommen je einen Link für alle Treffen, mit den Terminen darin.',
    name: 'Wie heißt Ihre Gruppe?',
    example: 'Dienstagsgruppe',
    zone: 'Zeitzone der Gruppe',
    zoneMeans:
      'Die Zeiten der Gruppe richten sich nach dieser Uhr, im Sommer wie im Winter. Alle sehen zusätzlich ihre eigene Zeit.',
    people: 'Wer gehört dazu?',
    peopleMeans: 'Die Namen, wie die anderen sie kennen. Sie können jederzeit weitere hinzufügen.',
    own: 'Ihr Name',
    nameOf: (n) => `Name ${n}`,
    facilitates: (n) => `Name ${n} leitet`,
    facilitatesShort: 'leitet',
    another: 'Noch jemand',
    drop: (n) => `Name ${n} herausnehmen`,
    more: 'Mehr zu dieser Gruppe',
    open: 'Gruppe eröffnen',
    opening: 'Die Gruppe wird eröffnet',
    next: 'Danach sagen Sie, wann Sie sich treffen, und schicken allen ihren Link.',
  },

  invitation: {
    subject: (group) => `Ihr Link zur Balintgruppe „${group}“`,
    facilitator: invitation((group) => `Sie leiten die Balintgruppe „${group}“.`),
    member: invitation(
      (group) => `Sie sind zur Balintgruppe „${group}“ eingeladen, die sich regelmäßig trifft.`,
    ),
    observer: toOneMeeting(
      (group) =>
        `Sie sind eingeladen, ein Treffen der Balintgruppe „${group}“ zu beobachten: Sie hören alles, und niemand hört Sie.`,
    ),
    guest: toOneMeeting(
      (group) => `Sie sind zu einem Treffen der Balintgruppe „${group}“ eingeladen.`,
    ),
  },
};
