import type { tools as en } from '../../en/leading/tools';
import { count } from '../count';

export const tools: typeof en = {
  clock: {
    title: 'Czas',
    ends: (time: string) => `Spotkanie skończy się około ${time}.`,
    wouldEnd: (time: string) => `Jeśli zaczniecie teraz, spotkanie skończy się około ${time}.`,
    thisStep: 'Ten etap',
    change: (n: number) => (n < 0 ? `−${-n} min` : `+${n} min`),
    pause: 'Zatrzymaj zegar',
    resume: 'Uruchom zegar',
    behind: (n: number) => `Spotkanie jest spóźnione o ${count(n, 'minutę', 'minuty', 'minut')}.`,
    take: (n: number) => `Skróć pracę grupy o ${n} min`,
    youKeep: 'Czasu pilnujesz ty.',
    keeps: (name: string) => `Czasu pilnuje ${name}.`,
    takeClock: 'Przejmij zegar',
  },

  offers: {
    title: 'Przypadek',
    cases: 'Kto ma przypadek?',
    hasCase: (name: string) => `${name} ma przypadek.`,
    nextTime: 'Inne zgłoszone przypadki',
  },

  places: {
    nobody: 'W kręgu zewnętrznym nikt nie siedzi.',
    change: 'Zamień kręgi',
  },

  door: {
    title: 'Drzwi',
    close: 'Zamknij drzwi',
    open: 'Otwórz drzwi',
    isOpen: 'Otwarte dla każdej zaproszonej osoby.',
    isClosed: 'Zamknięte: kto teraz przychodzi, musi zapukać.',
    notHere: (n: number) => `Zaproszone osoby, na które czekamy (${n})`,
    empty: (seat: number, role: string) => `Miejsce ${seat} (${role}): jeszcze nikogo`,
    cannotCome: 'zgłoszona nieobecność',
    seat: (seat: number) => `miejsce ${seat}`,
  },
};
