import type { lobby as en } from '../../en/everywhere/lobby';

/** What somebody reads before they enter. */
export const lobby: typeof en = {
  lobby: {
    title: 'Zajmij swoje miejsce',
    titleBack: 'Twoje miejsce czeka',
    intro: 'Ten link jest tylko twój: prowadzi do jednego miejsca w kręgu i zawsze do tego samego.',
    introBack:
      'Wracasz po krótkiej chwili jako ta sama osoba. Mikrofon jest otwarty tylko wtedy, gdy był otwarty wcześniej.',
    name: 'Twoje imię, takie, jakie znają inni',
    nameMissing: 'Powiedz kręgowi, jak masz na imię.',
    openMicrophone: 'Dołączam z otwartym mikrofonem',
    join: 'Dołącz do kręgu',
    joinBack: 'Wróć do kręgu',
    joining: 'Szukamy twojego miejsca',
    unreached: 'Krąg jeszcze nie odpowiada',
    again: 'Strona sama próbuje dalej.',
    looking: 'Szukamy twojego kręgu',
    waitsForFrame: 'Dołączyć można, gdy tylko strona odczyta, na co umawia się ten krąg.',
    agreeing: 'Dołączając, zgadzasz się na to.',
  },

  seal: {
    is: 'Zapieczętowany: serwer nie może słuchać',
    sent: 'Zapieczętowany, ale serwer miał klucz',
    not: 'Niezapieczętowany: serwer mógłby słuchać.',
    refused: 'Jeszcze nie można wejść',
  },

  frame: {
    title: 'Na co się umawiamy',
    invitedAs: {
      facilitator: 'Zapraszamy cię jako osobę prowadzącą.',
      presenter: 'Zapraszamy cię jako osobę uczestniczącą.',
      member: 'Zapraszamy cię jako osobę uczestniczącą.',
      observer:
        'Zapraszamy cię jako osobę obserwującą: słyszysz wszystko, a ciebie nie słyszy nikt.',
    },
    about:
      'W kręgu Balinta jedno z nas opowiada o kimś, kogo leczy, a potem odsuwa się i słucha. Pozostali mówią na głos, co sobie wyobrażają i co czują. Nikt nie radzi, nie poucza i nie ocenia; niczego nie trzeba rozwiązać.',
    confidence: 'Co powiemy w kręgu, zostaje w kręgu.',
    unread: 'Nie da się teraz odczytać, na co umawia się ten krąg. Strona sama próbuje dalej.',
    nothingKept: 'Nic nie jest nagrywane, nigdy.',
    alone: 'Zadbaj, by w pokoju nie było nikogo poza tobą i by nikt nie mógł podsłuchać.',
    headphones: 'Załóż słuchawki, jeśli możesz.',
    sitBack: {
      enforced: null,
      soft: 'Kto się odsuwa, tego nie słychać; może poprosić osoby prowadzące o głos.',
      off: 'Kto się odsuwa, przestawia krzesło poza krąg i zachowuje własny głos.',
    },
    fishbowl: 'Podczas pracy nad przypadkiem krąg wewnętrzny mówi, a zewnętrzny tylko słucha.',
    observersAsked: 'Zanim wejdziesz, pytamy o zgodę wszystkich w kręgu.',
    chosen: {
      offers_seen_by_all: 'Wszyscy widzą, kto ma przypadek',
      digits_for_all: 'Wszyscy widzą minuty',
      knocking: 'Osoby uczestniczące pukają i są wpuszczane',
    },
    knocks: 'Czekasz u drzwi, aż wpuści cię osoba prowadząca.',
  },
};
