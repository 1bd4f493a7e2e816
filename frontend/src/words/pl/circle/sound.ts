import type { sound as en } from '../../en/circle/sound';

/** What is said of sound at the seats, and of one's own ears. */
export const sound: typeof en = {
  voiceOf: {
    heard: 'mikrofon otwarty',
    closed_by_person: 'mikrofon zamknięty',
    closed_by_phase: 'na razie słucha',
    silenced: 'głos wyciszony przez osobę prowadzącą',
    listening: 'słucha',
    unconnected: 'mikrofon otwarty, ale jeszcze bez dźwięku',
  },

  soundOf: {
    connected: '',
    connecting: 'dźwięk się łączy',
    no_sound: 'nikogo nie słyszy i nie słychać tej osoby',
  },

  way: {
    title: 'Droga dźwięku',
    straight: 'Prosto do serwera kręgu.',
    relayed: 'Przez serwer pośredni. Przeglądarka nie znalazła prostej drogi.',
    late: 'Przy słabym połączeniu głosy mogą tą drogą docierać z opóźnieniem.',
  },
};
