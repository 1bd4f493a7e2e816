import type { circle as en } from '../../en/circle/circle';
import { either } from '../count';

/** The people, the ring, and what each may say of themselves. */
export const circle: typeof en = {
  role: {
    facilitator: 'prowadzi',
    presenter: 'referuje',
    member: 'uczestniczy',
    observer: 'obserwuje',
  },

  presence: {
    vacant: 'jeszcze czekamy',
    knocking: 'u drzwi',
    here: '',
    coming_back: 'wraca',
    left: 'już poza spotkaniem',
    uninvited: 'już bez zaproszenia',
  },

  leadingUnloaded:
    'Nie udało się wczytać funkcji dla osób prowadzących. Dźwięk i przejście do następnego etapu działają mimo to.',

  connection: {
    sign: {
      connected: 'Wszyscy połączeni',
      reconnecting: 'Łączymy ponownie',
      joining: 'Łączymy dźwięk',
      back: 'Wracasz',
      blocked: 'Brak dźwięku',
      impossible: 'Brak dźwięku',
      moving: 'Zmiana serwera',
    },
    some: 'Połączono',
  },

  notice: {
    ended: 'Spotkanie dobiegło końca.',
    not_here: 'W tej chwili nie ma cię w kręgu.',
    not_yours: 'To należy do innej roli.',
    not_now: 'W tej chwili to niemożliwe.',
    stale: 'Ktoś był szybszy. Teraz jest tak.',
    no_such_step: 'W planie nie ma takiego etapu.',
    no_presenter: 'Najpierw potrzebna jest osoba referująca.',
    out_of_bounds: 'Etap nie może trwać aż tak długo ani aż tak krótko.',
    already: 'Tak już jest.',
    no_such_person: 'Tej osoby nie ma teraz w kręgu.',
    no_consent: 'Ta osoba nie zgłosiła przypadku. Najpierw ją zapytaj.',
    not_agreed: 'Jeszcze nie wszyscy się zgodzili.',
    case_has_begun: 'Przypadek już trwa.',
    is_presenter: 'Ta osoba referuje trwający przypadek. Najpierw go zakończ.',
    sitting_back:
      'Dopóki siedzisz poza kręgiem, nikt cię nie słyszy. Mówić możesz znowu po powrocie.',
    silenced: 'Osoba prowadząca cię wyciszyła. Mówić możesz znowu, gdy na to pozwoli.',
    uninvited: 'Zaproszenie tej osoby jest zakończone.',
    not_kept:
      'Nie udało się tego teraz zapisać, więc tego nie zrobiono. Krąg jest taki, jaki był. Spróbuj za chwilę ponownie.',
    line_lost:
      'Twoje połączenie jeszcze nie wróciło, więc tego nie zrobiono. Spróbuj za chwilę ponownie.',
    sealed_anew:
      'Nie udało się teraz zapieczętować twojego głosu, więc nie jest już wysyłany. Strona zaczyna od nowa: poczekaj, aż powie, że cię słychać.',
    unanswered:
      'Połączenie zerwało się, zanim przyszła odpowiedź. Gdy wróci, sprawdź, czy to zrobiono.',
  },
  waitsForAnswer: 'Czekamy na odpowiedź serwera.',

  circle: {
    here: 'Krąg',
    ring: 'Osoby w kręgu',
    observers: 'Osoby obserwujące',
    you: 'ty',
    offer: {
      none: '',
      standing: 'ma przypadek',
      next_time: 'przypadek na później',
    },
    wishes: 'chce zabrać głos',
    inDebrief: 'w pokoju osób prowadzących',
    lingering: 'w pokoju kręgu',
    asked: 'zapytano o przypadek',
    formerly: (name: string) => `wcześniej: ${name}`,
    noSound: 'brak dźwięku',
    satBack: 'siedzi poza kręgiem',
    leave: 'Wyjdź',
    plan: 'Etapy spotkania',
    stepOf: (n: number, all: number) => `Etap ${n} z ${all}`,
    minutesShort: (n: number) => `${n} min`,
    empty: (n: number) =>
      `${n} ${either(n, 'krzesło jest puste', 'krzesła są puste', 'krzeseł jest pustych')}.`,
    onlyListening: 'Tylko słuchasz',
    showTime: 'Pokaż czas',
    hideTime: 'Ukryj czas',
    notHeardYet: 'jeszcze bez słowa',
    timeIsUp: 'Czas tego etapu minął. Nie ma pośpiechu.',
    over: 'ponad czas',
    paused: 'zegar zatrzymany',
    timeLeft: 'Czas do końca etapu',
    yourPart: 'Twoje zadanie',
    sound: 'Dźwięk',
    soundTitle: 'Dźwięk i mikrofon',
  },

  cases: {
    offer: 'Mam przypadek',
    withdraw: 'Wycofuję zgłoszenie',
    offered: 'Tylko osoby prowadzące widzą, że masz przypadek.',
    offeredToAll: 'Krąg wie, że masz przypadek.',
    nextTime: 'Wybrano inny przypadek. Twój nadal można wybrać.',
    named: 'Następny przypadek referujesz ty.',
    asked: 'Osoby prowadzące pytają, czy chcesz przedstawić przypadek.',
    accept: 'Tak, przedstawię',
    decline: 'Nie tym razem',
  },

  otherDevice: {
    title: 'Twój link otwarto ponownie',
    opened: (name: string) => `Twój link otwarto na innym urządzeniu, pod imieniem: ${name}.`,
    isItYou: 'Czy to ty? Jeśli nie odpowiesz, zapytamy osoby prowadzące.',
    askedAlone:
      'Czy to ty? Jeśli nie odpowiesz w ciągu 15 sekund, twoje miejsce przejmie drugie urządzenie.',
    yes: 'Tak, przenieś mnie tam',
    no: 'Nie, to nie ja',
  },

  news: {
    make: 'Mam wieści',
    takeBack: 'Jednak bez wieści',
    sign: 'ma wieści',
  },

  wish: {
    make: 'Chcę zabrać głos',
    takeBack: 'Wycofuję prośbę o głos',
  },

  presenter: {
    needPause: 'Potrzebuję przerwy',
    pauseNeeded: 'Osoby prowadzące dostają wiadomość, że potrzebujesz przerwy.',
    pauseWaits: 'Pierwsza osoba prowadząca, która wróci, dowie się, że potrzebujesz przerwy.',
    pauseSeen: 'Osoba prowadząca widzi, że potrzebujesz przerwy.',
    askToSpeak: 'Czy mogę coś powiedzieć?',
    wordAsked: 'Prośba o głos czeka na osoby prowadzące.',
    wordDeclined: 'Osoba prowadząca widzi, że prosisz o głos: nie teraz.',
  },
};
