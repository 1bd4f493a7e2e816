import type { mySwitch as en } from '../../en/circle/my-switch';
import { leaving } from '../everywhere/leaving';
import { microphone } from '../everywhere/microphone';

/** One's own microphone: whether one is heard, why not, and what can be done about it. */
export const mySwitch: typeof en = {
  mine: {
    ...microphone.mine,

    blocked: {
      is: 'Dźwięk nie przechodzi',
      means:
        'Nikogo nie słyszysz i nikt nie słyszy ciebie. Prawdopodobnie ta sieć albo VPN nie przepuszcza dźwięku. Spróbuj innej sieci (na przykład z telefonu) albo wyłącz VPN; w szpitalu lub przychodni sprawdzenie połączenia powie, o co poprosić. Strona próbuje dalej.',
    },
    joining: { is: 'Łączymy twój dźwięk', means: 'Nikt cię jeszcze nie słyszy.' },
    reconnecting: {
      is: 'Twoje połączenie wraca',
      means: 'Jeśli to możliwe, dźwięk nadal płynie. Twoje miejsce pozostaje zachowane.',
    },
    back: { is: 'Wracasz', means: 'Twoje miejsce czeka. Tymczasem nikt cię nie słyszy.' },
    moving: { is: leaving.closed.MOVED.title, means: leaving.closed.MOVED.text },

    observing: { is: 'Obserwujesz', means: 'Nikt cię nie słyszy.' },
    outside: { is: 'Słuchasz', means: 'Słychać krąg wewnętrzny.' },
    sitting_back: { is: 'Słuchasz', means: 'Nikt nie może cię usłyszeć, dopóki nie wrócisz.' },
    silenced: {
      is: 'Osoba prowadząca cię wyciszyła',
      means: 'Mówić możesz znowu, gdy na to pozwoli.',
    },

    opens_with_floor: {
      is: 'Słuchasz',
      means: 'Będzie cię znowu słychać, gdy będzie można mówić.',
    },
    stays_closed: {
      is: 'Słuchasz',
      means: 'Twój mikrofon jest zamknięty, dopóki go nie otworzysz.',
    },
    closed: { is: 'Twój mikrofon jest zamknięty', means: 'Otwórz go, gdy chcesz mówić.' },
    unconnected: { is: 'Łączymy twój dźwięk', means: 'Nikt cię jeszcze nie słyszy.' },
    away: { is: 'Jesteś w drodze', means: 'Nikt cię jeszcze nie słyszy.' },
    unsent: {
      is: 'Twój głos nie jest wysyłany',
      means: 'Nikt cię nie słyszy. Strona próbuje dalej.',
    },
    alone: {
      is: 'Poza tobą nikogo tu nie ma',
      means: 'Twój mikrofon jest otwarty: kto przyjdzie, ten cię słyszy.',
    },
    unheard: {
      is: 'Nikt tu jeszcze nie ma dźwięku',
      means: 'Nikt cię jeszcze nie słyszy. Twój mikrofon jest otwarty.',
    },
    heard: { is: 'Krąg cię słyszy', means: 'Twój mikrofon jest otwarty.' },
    heard_in_debrief: {
      is: 'Słyszą cię pozostałe osoby prowadzące',
      means: 'Twój mikrofon jest otwarty.',
    },
  },

  does: {
    open: 'Otwórz mikrofon',
    close: 'Zamknij mikrofon',
    open_later: 'Otwórz mikrofon, gdy będzie można mówić',
    close_later: 'Zostaw mikrofon zamknięty',
    retry: microphone.tryAgain,
    replace: 'Użyj innego mikrofonu',
  },

  weakLine: {
    heard: 'Twoje połączenie gubi dźwięk: inni mogą nie słyszeć części słów.',
    hears: 'Twoje połączenie gubi dźwięk: możesz nie słyszeć części słów.',
    both: 'Twoje połączenie gubi dźwięk: słowa mogą ginąć w obie strony.',
    slow: 'Twoje połączenie jest wolne: słowa docierają z opóźnieniem.',
  },

  heardWithQuestions: 'Będzie cię znowu słychać, gdy zaczną się pytania.',
  readyForReturn:
    'Nikt nie może cię usłyszeć, dopóki nie wrócisz. Twój mikrofon przygotowuje się do powrotu; nic nie jest wysyłane.',
  speaksClosed: 'Mówisz, ale twój mikrofon jest zamknięty.',
};
