import type { group as en } from '../../en/group/group';
import { count } from '../count';

/** A standing group, as every one of its people sees it. */
export const group: typeof en = {
  looking: 'Szukamy twojej grupy',
  kept: 'Zapisano.',
  asking: 'Czekamy na serwer',
  unreachable: 'Serwer nie odpowiedział. Czy to zapisano, strona pokaże, gdy tylko znów odpowie.',
  unread:
    'Serwer w tej chwili nie odpowiada. To, co widzisz, jest takie jak wcześniej; strona próbuje dalej.',
  notRead: 'Nie da się teraz odczytać twojej grupy',
  goesOn: 'Nic z niej nie zginęło. Strona próbuje dalej.',
  again: 'Spróbuj teraz',
  you: (name: string, role: string) => `Jesteś tu jako ${name}, ${role}.`,
  role: {
    facilitator: 'osoba prowadząca',
    presenter: 'osoba uczestnicząca',
    member: 'osoba uczestnicząca',
    observer: 'osoba obserwująca',
  },

  closed: {
    not_invited: {
      title: 'Ten link nie otwiera żadnej grupy',
      text: 'Być może zastąpiono go nowym lub wycofano, jego spotkanie odwołano lub już minęło albo część linku zginęła po drodze. Otwarcie niczego nie zmieniło. Poproś osobę prowadzącą grupę o swój link.',
    },
    erased: {
      title: 'Tej grupy już tu nie ma',
      text: 'Została usunięta, razem ze wszystkim, co o niej przechowywano. Pobrane pliki pozostają u ciebie. Zapytaj osobę prowadzącą grupę, jeśli to cię zaskakuje.',
    },
    left: {
      title: 'Nie należysz już do grupy',
      text: 'Twoje imię jest usunięte, a twój link nie otwiera już grupy. Twoje minuty pozostają w jej zapisach, bez imienia.',
    },
  },

  unkept: {
    title: 'Wyjść z tej strony?',
    text: 'Coś, co tu wpisano, nie jest jeszcze zapisane. Jeśli wyjdziesz, przepadnie.',
    yes: 'Wyjdź ze strony',
    no: 'Zostań tutaj',
  },

  meeting: {
    next: 'Następne spotkanie',
    today: 'Można już wejść',
    none: 'Nie ma zaplanowanego terminu.',
    others: 'Inne terminy',
    on: (day: string, hours: string) => `${day}, ${hours}`,
    there: (place: string, day: string, hours: string) => `${place}: ${day}, ${hours}`,
    odd: {
      skipped: 'Zegary przeskakują wtedy tę godzinę, więc spotkanie jest o tyle później.',
      twice: 'Zegary cofa się wtedy i ta godzina wypada dwa razy: chodzi o pierwszą.',
    },
    moved: 'Ten termin zmieniono.',
    cancelled: 'Ten termin odwołano.',
    enter: 'Wejdź na spotkanie',
    opens: 'Wejść można już na 30 minut przed początkiem.',
    acceptFirst: 'Wejść można po przyjęciu tego, na co umawia się grupa.',
    absent: 'Nie mogę przyjść',
    absentOn: (day: string) => `Nie mogę przyjść: ${day}`,
    comes: 'Jednak mogę przyjść',
    comesOn: (day: string) => `Jednak mogę przyjść: ${day}`,
    saidAbsent: 'Twoja nieobecność jest zgłoszona.',
    sayAgain:
      'Termin przeniesiono już po twojej wiadomości, że nie możesz przyjść. Jeśli w nowym też nie możesz, zgłoś to jeszcze raz.',
    noReason: 'Nikt nie pyta o powód. Widzą to osoby prowadzące, a ty możesz to cofnąć.',
  },

  guests: {
    member: (name: string) => `${name} chce przyjść jako gość.`,
    observer: (name: string) => `${name} chce obserwować: słuchać, bez zabierania głosu.`,
    all: 'Gość wejdzie tylko wtedy, gdy zgodzą się wszyscy, którzy przychodzą.',
    first:
      'Wcześniej była od ciebie wiadomość, że nie możesz przyjść, więc inni zgodzili się bez ciebie. Możesz wejść, gdy też się zgodzisz.',
    agree: (name: string) => `Zgadzam się: ${name}`,
    agreed: (name: string) => `Zgadzasz się. Gość: ${name}.`,
    takeBack: 'Cofnij',
  },

  terms: {
    isNew: 'Przeczytaj to i przyjmij, jeśli się zgadzasz. Potem można wchodzić na spotkania.',
    accept: 'Przyjmuję to',
    quorum: (n: number) => `Spotykamy się, gdy może przyjść co najmniej tyle osób: ${n}.`,
    closed: 'Jesteśmy zawsze w tym samym gronie.',
    open: 'Mogą do nas dołączyć nowe osoby.',
    kept: (n: number) =>
      `Kto był i jak długo, przechowujemy przez ${count(n, 'miesiąc', 'miesiące', 'miesięcy')}, dla zaświadczeń. To, że ktoś nie mógł przyjść, przechowujemy do 30 dni po spotkaniu.`,
    fairTurn: 'Jeśli wszyscy się zgodzą, notujemy datę, kiedy każde z nas ostatnio referowało.',
    endCard: 'Po spotkaniu każde z nas może, nie podając imienia, powiedzieć, jakie było.',
    quarterly:
      'Raz na kwartał każde z nas może, nie podając imienia, powiedzieć, jak jest w pracy.',
  },

  calendar: {
    title: 'W moim kalendarzu',
    download: 'Pobierz terminy',
    follows: 'Adres do subskrypcji w kalendarzu',
    means:
      'Twój kalendarz czyta stamtąd terminy i widzi, gdy któryś zostanie przeniesiony lub odwołany. Ten adres nie otwiera żadnego spotkania. Zachowaj go dla siebie.',
    make: 'Utwórz adres',
    show: 'Pokaż adres',
    renew: 'Utwórz nowy adres',
    renewMeans: 'Stary adres przestaje wtedy działać.',
    copy: 'Kopiuj adres',
  },

  attendance: {
    title: 'Moja obecność',
    none: 'Nie było jeszcze żadnego spotkania.',
    minutes: (n: number) => count(n, 'minuta', 'minuty', 'minut'),
    notThere: 'nieobecność',
    confirmed: 'potwierdzone',
    unconfirmed: 'jeszcze niepotwierdzone',
    lapsed: 'nie potwierdzono na czas',
    corrected: 'poprawione',
    inPerson: 'stacjonarnie',
    certificate: 'Zaświadczenie o uczestnictwie',
    onlyConfirmed: 'Wymienia spotkania potwierdzone przez osobę prowadzącą.',
    from: 'Od',
    until: 'Do',
    number: 'Twój numer PWZ lub inny, jeśli ktoś o niego prosi',
    numberMeans: 'Zostanie wydrukowany na zaświadczeniu i nigdzie nie jest przechowywany.',
    download: 'Pobierz zaświadczenie',
    print: 'Wydrukuj stąd',
    takeFirst:
      'Zaświadczenia i dzienniki trzeba pobrać wcześniej. Potem nie będzie to już możliwe.',
    noSpan: 'Pierwszy dzień wypada po ostatnim. Wybierz je jeszcze raz.',
  },

  cards: {
    meeting: 'Jakie było dla ciebie to spotkanie?',
    choices: [
      'Dużo z niego zabieram',
      'Coś z niego zabieram',
      'Niewiele z niego zabieram',
      'Było mi trudno',
    ],
    counts: 'Jakie było spotkanie',
    anonymous: (quarterly) =>
      `Nikt w grupie nie widzi, kto co odpowiedział. Liczby pokażemy raz, po ${quarterly ? 'kwartale' : 'dwóch dniach'}, i tylko jeśli odpowie co najmniej pięć osób. Do tego czasu serwer przechowuje liczby i to, kto odpowiedział: kto go utrzymuje, może z tego wywnioskować, kto co odpowiedział.`,
    quarter:
      'Ogólnie, według twojego własnego rozumienia wypalenia, jak oceniasz swój poziom wypalenia?',
    quarterly: [
      'Lubię swoją pracę. Nie mam objawów wypalenia.',
      'Od czasu do czasu przeżywam stres i nie zawsze mam tyle energii co kiedyś, ale nie czuję wypalenia.',
      'Zdecydowanie się wypalam i mam jeden lub więcej objawów wypalenia, na przykład wyczerpanie fizyczne i emocjonalne.',
      'Objawy wypalenia, których doświadczam, nie ustępują. Dużo myślę o frustracji w pracy.',
      'Czuję całkowite wypalenie i często zastanawiam się, czy mogę tak dalej. Jestem w punkcie, w którym mogę potrzebować jakichś zmian albo jakiejś formy pomocy.',
    ],
    quarterTitle: 'Jak jest w pracy',
    quarterOf: (quarter: string) => `Kwartał ${quarter}`,
    answer: 'Wyślij tę odpowiedź',
    answered: 'Odpowiedź jest oddana. Dziękujemy.',
    times: (choice: string, n: number) => `${choice}: ${n}`,
  },

  turns: {
    title: 'Kiedy ostatnio był mój przypadek',
    share: 'Notuj datę, gdy referuję',
    means:
      'Zaczyna się, gdy zgodzą się wszyscy w grupie. Datę widzisz ty i widzą ją osoby prowadzące; jeśli tego dnia był tylko jeden przypadek, data zdradza, że był twój. Jeśli to cofniesz, zniknie.',
    last: (day: string) => `Twój ostatni przypadek: ${day}.`,
    never: 'Nie masz jeszcze zanotowanego przypadku.',
    waits:
      'Nie wszyscy się zgadzają, więc niczego nie notujemy, a dat zanotowanych wcześniej nie pokazujemy.',
    presented: 'Na tym spotkaniu był mój przypadek',
  },

  cases: {
    title: 'Wcześniejsze przypadki',
    means:
      'Z każdego przypadku zachowujemy tu numer i datę, nigdy to, co opowiedziano. Zaznacz te, które były twoje: pamięta o tym tylko ta przeglądarka.',
    of: (number: number, day: string) => `Przypadek ${number}, ${day}`,
    older: 'Starsze przypadki',
  },

  mail: {
    title: 'Moja poczta',
    means:
      'Dostaniesz wiadomość, gdy termin grupy zostanie przeniesiony lub odwołany, a zgubiony link można wysłać ci ponownie. Nikt w grupie nie widzi twojego adresu.',
    address: 'Twój adres e-mail',
    given: (address: string) => `Wiadomości wysyłamy na adres ${address}.`,
    note: 'Wyślij mi kod',
    codeSent: (address: string) =>
      `Kod jest w drodze na adres ${address}. Wpisz go tutaj w ciągu doby: do tego czasu nic innego tam nie wyślemy. Jeśli nie dotrze, zajrzyj do niechcianej poczty.`,
    code: 'Kod',
    prove: 'To mój adres',
    wrongCode: 'To nie jest ten kod. Łącznie jest pięć prób.',
    codeOver:
      'Kod był pięć razy błędny i już nie działa. Możesz podać teraz inny adres albo za 24 godziny jeszcze raz ten.',
    erase: 'Nie pisz do mnie więcej',
  },

  myself: {
    title: 'Ta przeglądarka i ja',
    link: 'Mój link',
    linkMeans:
      'Jest tylko twój, na wszystkie spotkania: kto go ma, wchodzi jako ty. Otwieraj go na innych swoich urządzeniach i nikomu go nie wysyłaj.',
    copyLink: 'Kopiuj mój link',
    linkAsQr: 'Kod QR mojego linku',
    remember: 'Zapamiętaj tę grupę w tej przeglądarce',
    rememberMeans:
      'Strona główna zaprowadzi cię wtedy do niej bez linku. Nie na wspólnym urządzeniu.',
    rememberKey: 'Razem z nią przechowywany jest klucz do waszych zapieczętowanych spotkań.',
    safari: 'Safari zapomina o tym po tygodniu bez odwiedzin: zachowaj też swój link.',
    forget: 'Zapomnij o tej grupie w tej przeglądarce',
    notRemembered:
      'Ta przeglądarka niczego dla tej strony nie przechowuje. Trzymaj swój link tam, gdzie go znajdziesz.',
    export: 'Pobierz to, co jest o mnie przechowywane',
    leave: 'Usuń moje imię z grupy',
    leaveTitle: 'Odejść z grupy?',
    leaveText:
      'Twoje imię zostanie usunięte, a twój link przestanie działać. Twoje minuty pozostają w zapisach, bez imienia. Osoba prowadząca może cię znowu zaprosić.',
    leaveYes: 'Odchodzę z grupy',
    leaveNo: 'Zostaję',
  },

  people: {
    title: 'Kim jesteśmy',
  },

  guest: {
    title: (group: string) => `Spotkanie grupy „${group}”`,
    invited: {
      facilitator: 'Zapraszamy cię.',
      presenter: 'Zapraszamy cię.',
      member: 'Zapraszamy cię jako gościa, na to jedno spotkanie.',
      observer:
        'Zapraszamy cię do obserwowania tego jednego spotkania: ty słyszysz, a ciebie nie słyszy nikt.',
    },
    agreed: 'Wejść można, jeśli zgodzili się wszyscy, którzy przychodzą.',
    waits: 'Poprzednie spotkanie jeszcze trwa. Wejść będzie można, gdy się skończy.',
    over: 'Czas na wejście na to spotkanie minął. W kolejnym zaproszeniu będzie inny link.',
  },

  key: {
    missing: (leads) =>
      `Spotkania tej grupy są zapieczętowane, a w twoim linku brak klucza: części po znaku ~. Otwórz link taki, jaki do ciebie wysłano, albo poproś ${leads ? 'inną osobę prowadzącą' : 'osobę prowadzącą'} o ponowne wysłanie. Mimo to twoje terminy i obecność są tutaj.`,
    broken: (leads) =>
      `Spotkania tej grupy są zapieczętowane, a klucz w twoim linku jest nieprawidłowy: brakuje znaku albo któryś jest błędny. Skopiuj cały link jeszcze raz albo poproś ${leads ? 'inną osobę prowadzącą' : 'osobę prowadzącą'} o ponowne wysłanie. Mimo to twoje terminy i obecność są tutaj.`,
    other: (leads) =>
      `Spotkania tej grupy są zapieczętowane, a twój link ma klucz innej grupy albo wcześniejszy klucz tej. Poproś ${leads ? 'inną osobę prowadzącą' : 'osobę prowadzącą'}, by jeszcze raz wysłała ci twój link. Mimo to twoje terminy i obecność są tutaj.`,
    sent: (leads) =>
      `Klucz z twojego linku trafił do serwera, bo link został po drodze przepisany. Kto utrzymuje serwer, mógłby słuchać. ${leads ? 'Dla pewności daj grupie inny klucz i wyślij linki inną drogą.' : 'Poproś osobę prowadzącą, by dała grupie inny klucz.'}`,
    unable: () =>
      'Spotkania tej grupy są zapieczętowane, a strona nie może tu odczytać kluczy: potrzeba nowszej przeglądarki i adresu, który zaczyna się od https.',
  },
};
