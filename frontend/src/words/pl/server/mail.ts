import type { mail as en } from '../../en/server/mail';

export const mail: typeof en = {
  mail: {
    dateChanged: (group) => `${group}: zmiana terminu`,
    dates: (group) => `${group}:`,
    cancelled: (when) => `Odwołane spotkanie: ${when}.`,
    moved: (before, now) => `Przeniesione spotkanie: ${before}. Nowy termin: ${now}.`,
    takes: (when, minutes) => `Zmieniona długość spotkania: ${when}. Nowa długość: ${minutes} min.`,
    when: (day, time, zone) => `${day}, godz. ${time} (${zone})`,
    showsAll: 'Twój własny link pokazuje wszystkie terminy.',
    fewSubject: (group) => `${group}: niewiele osób może przyjść`,
    few: (when, expected, quorum) =>
      `Spotkanie: ${when}. Liczba osób, które mogą przyjść: ${expected}; uzgodniono: co najmniej ${quorum}.`,
    fewShows:
      'Twój własny link pokazuje, kto nie może przyjść. O każdym terminie piszemy tylko raz.',
    unconfirmedSubject: (group) => `${group}: spotkanie nie jest jeszcze potwierdzone`,
    unconfirmed: (when, until) =>
      `Spotkanie: ${when}. Można je potwierdzić do: ${until}. Inaczej nie znajdzie się na żadnym zaświadczeniu.`,
    unconfirmedShows:
      'Twój własny link prowadzi tam, gdzie potwierdza się, kto był obecny. O każdym spotkaniu piszemy tylko raz.',
    renewed:
      'Twój link do tej grupy odnowił ktoś, kto go miał, prawdopodobnie Ty. Stary niczego już nie otwiera. Jeśli to nie Ty, poproś na stronie głównej o ponowne wysłanie linku na ten adres i od razu utwórz sobie inny.',
    link: 'Twój link do Twojej grupy Balinta',
    asked: 'Ktoś, prawdopodobnie Ty, prosi o ponowne wysłanie tego linku.',
    noKey:
      'Głosy tej grupy są zapieczętowane, a żadna wiadomość nie zawiera ich klucza: otwórz ten link w przeglądarce, która zapamiętała tę grupę, albo poproś osobę prowadzącą o cały link.',
    yoursAlone: 'Jest tylko dla Ciebie: nie dawaj go nikomu.',
    takeBack: 'Grupa ma ten adres od Ciebie. Na jej stronie możesz go w każdej chwili wycofać.',
    codeSubject: 'Kod do potwierdzenia adresu',
    code: (code) => `Kod: ${code}.`,
    codeMeans:
      'Ktoś, prawdopodobnie Ty, podaje ten adres na stronie swojej grupy, aby dostawać jej wiadomości. Wpisz kod na tej stronie; jest ważny przez jeden dzień.',
    notYou:
      'Jeśli to nie Ty, nic nie rób: nie przyjdzie tu nic poza takimi kodami, a adres zostanie zapomniany.',
  },
};
