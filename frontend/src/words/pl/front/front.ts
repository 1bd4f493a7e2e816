import type { front as en } from '../../en/front/front';
import { count, either } from '../count';

/** The front page: what a circle is, and opening one. */
export const front: typeof en = {
  front: {
    title: 'Spokojny pokój do pracy metodą Balinta',
    lead: 'Jedno z was przynosi przypadek, a potem odsuwa krzesło i tylko słucha. Pozostali mówią na głos, co sobie wyobrażają i co czują. Potem osoba referująca wraca.',
    points: [
      {
        title: 'Cisza, na której można polegać',
        text: 'Kto się odsuwa, tego wycisza sam serwer. Nie cofnie tego drugie okno ani zerwane połączenie.',
      },
      {
        title: 'Czas, który nie goni',
        text: 'Tempo nadają osoby prowadzące. Zegar liczy dalej i nikomu nie przerywa.',
      },
      {
        title: 'Nic nie zostaje',
        text: 'Bez nagrań, bez czatu, bez konta. Tylko kto był i kiedy, i ani słowa o przypadku.',
      },
    ],
    form: 'Krąg na dziś',
    group: 'Grupa, która spotyka się regularnie',
    groupMeans:
      'Po jednym linku dla każdej osoby, na wszystkie spotkania: terminy, kto nie może przyjść, obecność.',
    groupOpen: 'Otwórz grupę',
    groupsHere: 'Twoje grupy',
    circleTitle: 'Jak nazywa się ten krąg?',
    titleExample: 'Grupa wtorkowa, marzec',
    template: 'Spotkanie',
    seats: 'Miejsc razem',
    facilitators: 'Osoby prowadzące',
    observers: 'Osoby obserwujące',
    members: (n: number) =>
      `${either(n, 'Pozostaje', 'Pozostają', 'Pozostaje')} ${count(n, 'miejsce', 'miejsca', 'miejsc')} dla osób uczestniczących.`,
    noMembers: 'Nie pozostaje żadne miejsce dla osób uczestniczących.',
    more: 'Więcej o tym kręgu',
    sentence: 'Co mówicie o poufności',
    sitBack: 'Gdy osoba referująca się odsuwa',
    sitBackChoice: {
      enforced: 'Nie da się jej usłyszeć, dopóki nie wróci',
      soft: 'Może poprosić o głos, a osoba prowadząca może go udzielić',
      off: 'Krzesło się odsuwa, głos pozostaje przy niej',
    },
    ownPlan: 'Własny plan',
    create: 'Otwórz krąg',
    creating: 'Otwieramy krąg',
    linksWait: 'Linki do rozdania',
    showLinksOf: (title: string) => `Pokaż linki: „${title}”`,
  },

  plan: {
    title: 'Etapy naszego spotkania',
    minutesOf: (phase: string) => `Minuty: ${phase}`,
    minutes: (n: number) => `${n} min`,
    earlier: (phase: string) => `Przesuń wyżej: ${phase}`,
    later: (phase: string) => `Przesuń niżej: ${phase}`,
    remove: (phase: string) => `Usuń: ${phase}`,
    another: 'Jeszcze jeden etap',
    add: 'Dodaj',
    total: (n: number) =>
      `Razem ${count(n, 'minuta', 'minuty', 'minut')}. Schodzimy się wcześniej, a potem można jeszcze zostać.`,
  },
};
