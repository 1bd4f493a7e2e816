import type { newGroup as en } from '../../en/group/new-group';

/** Opening a standing group, and inviting its people. */

const HOW =
  'Zachowaj ten link: jest tylko Twój i prowadzi na każde spotkanie. Pokazuje też terminy i tam można zgłosić, że nie możesz przyjść. Nie trzeba konta i niczego nie trzeba instalować.';

const text =
  (own: string, ...how: string[]) =>
  (invited: (group: string) => string) =>
  (name: string, group: string, sentence: string, link: string): string =>
    [
      `${name},`,
      invited(group),
      `Nic nie jest nagrywane, nigdy, a umawiamy się na to: ${sentence}`,
      `${own}\n${link}`,
      ...how,
    ].join('\n\n');

const invitation = text('Twój własny link:', HOW);
const toOneMeeting = text('Twój własny link, a w nim termin:');

export const newGroup: typeof en = {
  newGroup: {
    title: 'Grupa, która spotyka się regularnie',
    lead: 'Te same osoby, spotkanie za spotkaniem. Każde z was dostaje jeden link na wszystkie spotkania, a w nim terminy.',
    name: 'Jak nazywa się wasza grupa?',
    example: 'Grupa wtorkowa',
    zone: 'Strefa czasowa grupy',
    zoneMeans: 'Godziny grupy idą według tego zegara, latem i zimą. Każda osoba widzi też własne.',
    people: 'Kto do niej należy?',
    peopleMeans: 'Imiona, pod jakimi znają się nawzajem. Kolejne można dodać w każdej chwili.',
    own: 'Twoje imię',
    nameOf: (n: number) => `Imię ${n}`,
    facilitates: (n: number) => `Prowadzi: imię ${n}`,
    facilitatesShort: 'prowadzi',
    another: 'Jeszcze jedna osoba',
    drop: (n: number) => `Usuń imię ${n}`,
    more: 'Więcej o tej grupie',
    open: 'Otwórz grupę',
    opening: 'Otwieramy grupę',
    next: 'Potem wskażesz, kiedy się spotykacie, i wyślesz każdej osobie jej link.',
  },

  invitation: {
    subject: (group: string) => `Twój link do grupy Balinta „${group}”`,
    facilitator: invitation((group) => `prowadzisz grupę Balinta „${group}”.`),
    member: invitation(
      (group) => `zapraszamy Cię do grupy Balinta „${group}”, która spotyka się regularnie.`,
    ),
    observer: toOneMeeting(
      (group) =>
        `zapraszamy Cię do obserwowania spotkania grupy Balinta „${group}”: słyszysz wszystko, a Ciebie nie słyszy nikt.`,
    ),
    guest: toOneMeeting((group) => `zapraszamy Cię na jedno spotkanie grupy Balinta „${group}”.`),
  },
};
