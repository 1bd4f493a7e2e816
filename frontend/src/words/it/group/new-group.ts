import type { newGroup as en } from '../../en/group/new-group';

/** Opening a standing group, and inviting its people. */

const HOW =
  'Conserva questo link: è solo tuo, e porta a ogni incontro. Ti mostra anche le date, e lì puoi dire che non puoi venire. Non serve un account, e non c’è nulla da installare.';

const text =
  (own: string, ...how: string[]) =>
  (invited: (group: string) => string) =>
  (name: string, group: string, sentence: string, link: string): string =>
    [
      `${name},`,
      invited(group),
      `Nulla viene registrato, mai, e questi sono i nostri accordi: ${sentence}`,
      `${own}\n${link}`,
      ...how,
    ].join('\n\n');

const invitation = text('Il tuo link:', HOW);
const toOneMeeting = text('Il tuo link, con la data:');

export const newGroup: typeof en = {
  newGroup: {
    title: 'Un gruppo che si incontra regolarmente',
    lead: 'Le stesse persone, ogni volta. Ognuna riceve un solo link per tutti gli incontri, con le date.',
    name: 'Come si chiama il vostro gruppo?',
    example: 'Gruppo del martedì',
    zone: 'Fuso orario del gruppo',
    zoneMeans:
      'Gli orari del gruppo seguono questo orologio, d’estate e d’inverno. Ogni persona legge anche il proprio.',
    people: 'Chi ne fa parte?',
    peopleMeans:
      'I nomi con cui vi conoscete nel gruppo. Puoi aggiungerne altri in qualsiasi momento.',
    own: 'Il tuo nome',
    nameOf: (n: number) => `Nome ${n}`,
    facilitates: (n: number) => `Il nome ${n} conduce`,
    facilitatesShort: 'conduce',
    another: 'Un’altra persona',
    drop: (n: number) => `Togli il nome ${n}`,
    more: 'Altro su questo gruppo',
    open: 'Apri il gruppo',
    opening: 'Apro il gruppo',
    next: 'Poi dici quando vi incontrate, e mandi a ogni persona il suo link.',
  },

  invitation: {
    subject: (group: string) => `Il tuo link per il gruppo Balint «${group}»`,
    facilitator: invitation((group) => `conduci il gruppo Balint «${group}».`),
    member: invitation(
      (group) => `ti invitiamo al gruppo Balint «${group}», che si incontra regolarmente.`,
    ),
    observer: toOneMeeting(
      (group) =>
        `ti invitiamo a osservare un incontro del gruppo Balint «${group}»: senti tutto, e nessuno ti sente.`,
    ),
    guest: toOneMeeting((group) => `ti invitiamo a un incontro del gruppo Balint «${group}».`),
  },
};
