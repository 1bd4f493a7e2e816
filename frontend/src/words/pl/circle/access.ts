import type { access as en } from '../../en/circle/access';
import { count, either } from '../count';

/** For whoever uses the page by keys, by ear, or with another page before it. */
export const access: typeof en = {
  titles: {
    letIn: 'Możesz wejść',
    atDoor: (n: number) => `U drzwi: ${n}`,
  },

  people: {
    came: (names: string, n: number) => `${either(n, 'Wchodzi', 'Wchodzą', 'Wchodzą')}: ${names}.`,
    left: (names: string, n: number) =>
      `${either(n, 'Wychodzi', 'Wychodzą', 'Wychodzą')}: ${names}.`,
    speaking: (names: string, n: number) => `${either(n, 'Mówi', 'Mówią', 'Mówią')}: ${names}.`,
    youSpeak: 'Mówisz ty.',
    nobodySpeaks: 'Nikt nie mówi.',
  },

  time: {
    minutesLeft: (n: number) =>
      `${either(n, 'Została', 'Zostały', 'Zostało')} ${count(n, 'minuta', 'minuty', 'minut')}.`,
    muchLeft: 'Została ponad połowa czasu tego etapu.',
    littleLeft: 'Zostało mniej niż pół czasu tego etapu.',
    up: 'Czas tego etapu minął. Nie ma pośpiechu.',
    paused: 'Zegar jest zatrzymany.',
    runs: 'Zegar ruszył.',
  },

  keys: {
    title: 'Klawisze i komunikaty',
    open: 'Klawisze',
    explain: 'Na tej stronie te klawisze działają same. W polach tekstowych tylko piszą.',
    on: 'Używaj tych klawiszy',
    what: {
      speak: 'Przytrzymaj, by mówić; krótkie naciśnięcie zamyka mikrofon',
      who_speaks: 'Powiedz, kto mówi',
      where: 'Powiedz, jaki to etap i ile zostało czasu',
      list: 'Pokaż tę listę',
    },
    space: 'Spacja',
    change: (what: string, key: string) => `${key}. Wybierz inny klawisz: ${what}`,
    press: 'Naciśnij klawisz',
    taken: 'Ten klawisz jest zajęty. Naciśnij inny albo Escape.',
    usual: 'Przywróć klawisze',
    announcements: 'Co czytnik ekranu mówi sam',
    howMuch: {
      all: 'Wszystko: także kto wchodzi i wychodzi',
      mine: 'Etapy i to, co dotyczy mnie',
      nothing: 'Nic, poza tym, co nie może czekać',
    },
    quiet: 'Gdy grupa pracuje, wiadomości o wejściach i wyjściach czekają do końca etapu.',
  },
};
