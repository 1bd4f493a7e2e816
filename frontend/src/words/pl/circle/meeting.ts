import type { meeting as en } from '../../en/circle/meeting';

/** What the circle is doing, and what each person is asked to do. */
export const meeting: typeof en = {
  guidance: {
    arrive: 'Bez pośpiechu. Zaczniemy, gdy wszyscy usiądą.',
    welcome: 'Witaj osoby, które przychodzą. Kogo brakuje?',
    check_in: 'Kilka słów o tym, z czym tu dziś jesteś.',
    brief_news: 'Krótkie wieści o wcześniejszych przypadkach, jeśli są.',
    ask_who_has_a_case: 'Zapytaj, kto ma przypadek, i daj ciszy popracować.',
    offer_if_you_have_one: 'Czy chodzi ci po głowie ktoś, kogo leczysz? Nie ma pośpiechu.',
    tell_the_case: 'Opowiadaj tak, jak przychodzi. Nikt nie przerwie.',
    listen: 'Słuchaj i zauważ, co to w tobie porusza.',
    protect_the_telling: 'Chroń opowieść: jeszcze żadnych pytań.',
    answer_facts: 'Mów, co wiesz. Wystarczą proste fakty.',
    ask_facts: 'Pytaj tylko o proste fakty.',
    keep_to_facts: 'Pilnuj, by pytania dotyczyły prostych faktów.',
    lean_back: 'Odsuń krzesło. Od tej chwili tylko słuchasz.',
    make_room: 'Osoba referująca odsuwa się poza krąg. Daj temu chwilę.',
    hear_everything: 'Przypadek należy teraz do grupy. Nie musisz odpowiadać.',
    imagine: 'Co sobie wyobrażasz i co czujesz? Mówcie do siebie nawzajem.',
    hold_the_reflection: 'Trzymaj się wyobrażeń i uczuć. Niech osoba leczona też będzie obecna.',
    return_as_you_like: 'Dobrze, że znów tu jesteś. Odpowiedz albo po prostu dołącz.',
    receive_the_return: 'Osoba referująca jest znowu z nami. Przyjmij, co przyniesie.',
    hold_the_return: 'Daj osobie referującej przestrzeń. Nic nie wymaga odpowiedzi.',
    take_leave: 'Pożegnaj się z przypadkiem i z innymi.',
    close_without_verdict: 'Podziękuj osobie referującej. Bez werdyktu, bez podsumowania.',
    linger: 'Spotkanie dobiegło końca. Zostań tak długo, jak chcesz, albo wyjdź po cichu.',
    linger_or_debrief:
      'Pobądź jeszcze chwilę z innymi. Pokój osób prowadzących jest dla ciebie otwarty.',
    observe: 'Obserwujesz. Nikt cię nie słyszy.',
    farewell: 'Dziękujemy za obecność.',
  },

  moment: {
    welcomeAll: 'Powitaj wszystkich. Kogo brakuje i z czym kto dziś przychodzi?',
    youAreChosen: 'Za chwilę opowiesz swój przypadek. Nie spiesz się.',
    chosen: (name: string) => `Przypadek przedstawi ${name}.`,
    chosenToBegin: (name: string) =>
      `Przypadek przedstawi ${name}. Przejdź dalej, gdy wszyscy będą gotowi.`,
    presenterAway: (name: string) => `${name}: w tej chwili brak połączenia.`,
    mayStillSpeak: 'Siedzisz poza kręgiem i nadal możesz mówić.',
    roomCloses: 'Spotkanie dobiegło końca. Zostań chwilę albo wyjdź po cichu.',
  },

  debrief: {
    title: 'Pokój osób prowadzących',
    guidance: 'Tutaj słyszą się nawzajem tylko osoby prowadzące.',
  },

  everybody: {
    shared: 'Zatrzymajmy się przy tym, jak to się przeżywa.',
    unled: 'Żadna osoba prowadząca nie jest połączona.',
    unledHeld:
      'Żadna osoba prowadząca nie jest połączona. Zegar jest zatrzymany i ruszy, gdy wróci pierwsza z nich.',
    unledPaused:
      'Żadna osoba prowadząca nie jest połączona. Zegar jest zatrzymany i czeka na jedną z nich.',
    asksToObserve: (name: string) => `${name} prosi o zgodę na obserwowanie.`,
    agree: 'Zgadzam się',
    agreeTo: (name: string) => `Zgadzam się, niech obserwuje: ${name}`,
    agreed: 'Twoja zgoda już jest.',
    closesAt: (time: string) => `Pokój zamyka się o ${time}.`,
  },
};
