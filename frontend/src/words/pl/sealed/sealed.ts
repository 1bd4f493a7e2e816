import type { sealed as en } from '../../en/sealed/sealed';

/** Sealed voices: what is protected, what the server still sees, and what to do when a key does not fit. */
export const sealed: typeof en = {
  sealed: {
    protects:
      'Twoja przeglądarka pieczętuje twój głos i tylko przeglądarki tego kręgu mogą go otworzyć. Ich klucz jest w waszych linkach i nigdy nie jest wysyłany do serwera.',
    seen: 'Serwer nadal widzi, kto tu jest i kiedy ktoś mówi. Daje ci też tę stronę: kto zmieniłby stronę, mógłby złamać pieczęć.',
    notMeans:
      'Kto utrzymuje serwer, mógłby słuchać. Ten krąg otwarto w ten sposób, dla osób ze starszymi przeglądarkami. Aby spotkać się w kręgu zapieczętowanym, otwórz kolejny.',
    sent: (ofGroup) =>
      `Twój link został po drodze przepisany i przez to jego klucz raz trafił do serwera. Kto utrzymuje serwer, mógłby słuchać. ${ofGroup ? 'Poproś osobę prowadzącą, by dała grupie inny klucz.' : 'Dla pewności otwórz kolejny krąg i wyślij linki inną drogą.'}`,
    withheld:
      'Twoja przeglądarka utworzyła klucz tylko na to spotkanie, ale serwer go nie przekazuje. Twój głos jest więc zapieczętowany tylko kluczem z linków: kto później znajdzie link, mógłby otworzyć to, co nagrano. Wczytaj stronę ponownie. Jeśli będzie tu to samo, powiedz o tym osobie, która utrzymuje serwer.',
    unopened:
      'Jednego z głosów nie da się tu otworzyć. Jeśli ponowne wczytanie strony nie pomoże, niech inni wczytają ponownie swoje. Jeśli nadal tak jest, porównajcie cyfry inną drogą niż przez tę stronę i powiedzcie o tym osobie, która utrzymuje serwer.',
    compare:
      'Te cyfry są takie same u wszystkich w tym kręgu. Jeśli chcecie mieć pewność, porównajcie je na głos:',
    digits: (digits: string) => `${digits.slice(0, 4)}\u00a0${digits.slice(4)}`,
    problem: {
      missing: {
        title: 'W twoim linku brak klucza',
        text: 'Ten krąg jest zapieczętowany: słuchać może tylko ten, kto ma klucz. Klucz to koniec twojego linku, po znaku ~. Otwórz cały link taki, jaki wysłano, albo poproś osobę prowadzącą, by wysłała go ponownie.',
      },
      cut: {
        title: 'Brakuje końca twojego linku',
        text: 'Jest w nim klucz tego kręgu, a jego część zginęła. Otwórz cały link taki, jaki wysłano, albo poproś osobę prowadzącą, by wysłała go ponownie.',
      },
      mistyped: {
        title: 'W twoim linku jest błąd',
        text: 'Klucz na jego końcu, po znaku ~, nie jest taki, jaki powstał: może zmienił się jakiś znak. Otwórz link taki, jaki wysłano, albo poproś osobę prowadzącą, by wysłała go ponownie.',
      },
      foreign: {
        title: 'To klucz innego kręgu',
        text: 'Koniec twojego linku, po znaku ~, nie należy do tego kręgu albo serwer nie mówi prawdy. Nie spotykajcie się przez ten link. Poproś osobę prowadzącą, by wysłała ci link ponownie.',
      },
      unlocked: {
        title: 'Ten krąg powinien być zapieczętowany',
        text: 'Twój link ma klucz, ale serwer mówi, że ten krąg nie ma klucza. Nie spotykajcie się przez ten link: ktoś mógłby słuchać. Powiedz o tym osobie prowadzącej, inną drogą niż przez tę stronę.',
      },
      unable: {
        title: 'Ta przeglądarka nie może zapieczętować głosu',
        text: 'Ten krąg jest zapieczętowany, więc bez tego nikt nie może wejść. Otwórz swój link przez https w przeglądarce Chrome lub Edge od wersji 141, Firefox od 130 albo Safari od 17.',
      },
      unstarted: {
        title: 'Pieczętowanie się nie uruchomiło',
        text: 'Nie udało się wczytać tej części strony, która pieczętuje twój głos, więc nic nie zostało wysłane. Wczytaj stronę ponownie albo otwórz swój link w innej przeglądarce.',
      },
    },
  },
};
