import type { microphone as en } from '../../en/everywhere/microphone';

/** A microphone that is tried, and what can be amiss with it. */
export const microphone: typeof en = {
  mine: {
    waiting: {
      is: 'Czekamy na twój mikrofon',
      means: 'Jeśli przeglądarka pyta, zezwól. Do tego czasu nikt cię nie usłyszy.',
    },
    denied: {
      is: 'Przeglądarka nie daje dostępu do mikrofonu',
      means: 'Zezwól na niego w pasku adresu albo w ustawieniach urządzenia. Słuchać możesz.',
    },
    busy: {
      is: 'Nie da się użyć twojego mikrofonu',
      means: 'Może zajmuje go inny program. Zamknij tamten albo wybierz inny mikrofon.',
    },
    none: {
      is: 'Nie znaleziono mikrofonu',
      means: 'Podłącz mikrofon. Słuchać możesz i bez niego.',
    },
    insecure: {
      is: 'Pod tym adresem nie ma mikrofonu',
      means:
        'Adres zaczyna się od http, a przeglądarki dają dostęp do mikrofonu tylko przy https. Słuchać możesz.',
    },
    withheld: {
      is: 'Ta aplikacja nie daje dostępu do mikrofonu',
      means:
        'Skopiuj swój link z wiadomości, w której przyszedł, i otwórz go w przeglądarce. Słuchać możesz.',
    },
    ended: {
      is: 'Twój mikrofon zniknął',
      means: 'Nikt cię nie słyszy. Podłącz go znowu albo użyj innego.',
    },
    opening: { is: 'Mikrofon się uruchamia', means: 'Nikt cię jeszcze nie słyszy.' },
    switched_off: {
      is: 'Twój mikrofon jest wyłączony',
      means:
        'Nie tutaj: na słuchawkach, przez przeglądarkę albo przez system. Nikt cię nie słyszy.',
    },
    silent: {
      is: 'Twój mikrofon nie daje dźwięku',
      means: 'Może sam mikrofon jest wyłączony? Jeśli nie, wybierz inny.',
    },
    impossible: {
      is: 'Ta przeglądarka nie przesyła dźwięku',
      means:
        'Nikogo nie słyszysz i nikt nie słyszy ciebie. Otwórz swój link w innej przeglądarce. Jeśli ustawienie lub rozszerzenie zabrania tu rozmów, zezwól na nie i wczytaj stronę ponownie.',
    },
  },
  tryAgain: 'Spróbuj ponownie',
  weakLineHelp: 'Usiądź bliżej Wi-Fi albo użyj kabla; zatrzymaj pobieranie plików i filmy.',

  unfollowed: {
    instead: 'Nie znaleziono mikrofonu używanego ostatnim razem. Zamiast niego wybrany jest inny.',
    kept: 'Tamtego mikrofonu nie da się teraz użyć. Działa wciąż poprzedni.',
  },

  check: {
    start: 'Sprawdź mikrofon',
    choose: 'Mikrofon',
    unnamed: (n: number) => `Mikrofon ${n}`,
    twin: (label: string, n: number) => `${label} (${n})`,
    level: 'Jak głośno słyszy cię mikrofon',
    say: 'Powiedz coś: pasek powinien się poruszyć.',

    line: 'Sprawdź połączenie',
    lineAgain: 'Sprawdź połączenie ponownie',
  },
};
