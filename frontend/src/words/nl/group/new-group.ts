import type { newGroup as en } from '../../en/group/new-group';

const HOW =
  'Bewaar deze link: hij is alleen van jou, en brengt je in elke bijeenkomst. Je vindt er ook de data, en kunt er zeggen dat je niet kunt komen. Je hebt geen account nodig en hoeft niets te installeren.';

const text =
  (own: string, ...how: string[]) =>
  (invited: (group: string) => string) =>
  (name: string, group: string, sentence: string, link: string): string =>
    [
      `${name},`,
      invited(group),
      `Er wordt nooit iets opgenomen, en dit spreken we af: ${sentence}`,
      `${own}\n${link}`,
      ...how,
    ].join('\n\n');

const invitation = text('Je eigen link:', HOW);
const toOneMeeting = text('Je eigen link, met de datum erin:');

export const newGroup: typeof en = {
  newGroup: {
    title: 'Een groep die regelmatig bijeenkomt',
    lead: 'Telkens dezelfde mensen. Ieder van jullie krijgt één link voor alle bijeenkomsten, met de data erin.',
    name: 'Hoe heet jullie groep?',
    example: 'Dinsdaggroep',
    zone: 'Tijdzone van de groep',
    zoneMeans:
      'De tijden van de groep volgen deze klok, zomer en winter. Iedereen leest ook de eigen tijd.',
    people: 'Wie horen erbij?',
    peopleMeans: 'De namen zoals de anderen ze kennen. Je kunt er op elk moment mensen bij zetten.',
    own: 'Je naam',
    nameOf: (n) => `Naam ${n}`,
    facilitates: (n) => `Naam ${n} begeleidt`,
    facilitatesShort: 'begeleidt',
    another: 'Nog iemand',
    drop: (n) => `Naam ${n} weghalen`,
    more: 'Meer over deze groep',
    open: 'De groep openen',
    opening: 'De groep wordt geopend',
    next: 'Daarna zeg je wanneer jullie bijeenkomen, en stuur je iedereen de eigen link.',
  },

  invitation: {
    subject: (group) => `Je link naar de Balintgroep ‘${group}’`,
    facilitator: invitation((group) => `je bent begeleider van de Balintgroep ‘${group}’.`),
    member: invitation(
      (group) => `je bent uitgenodigd in de Balintgroep ‘${group}’, die regelmatig bijeenkomt.`,
    ),
    observer: toOneMeeting(
      (group) =>
        `je bent uitgenodigd als toehoorder bij een bijeenkomst van de Balintgroep ‘${group}’: je hoort alles, en niemand hoort jou.`,
    ),
    guest: toOneMeeting(
      (group) => `je bent uitgenodigd voor één bijeenkomst van de Balintgroep ‘${group}’.`,
    ),
  },
};
