import type { tools as en } from '../../en/leading/tools';
import { count } from '../count';

export const tools: typeof en = {
  clock: {
    title: 'Tijd',
    ends: (time) => `De bijeenkomst eindigt rond ${time}.`,
    wouldEnd: (time) => `Begint de bijeenkomst nu, dan eindigt die rond ${time}.`,
    thisStep: 'Deze stap',
    change: (n) => (n < 0 ? `−${-n} min` : `+${n} min`),
    pause: 'Klok pauzeren',
    resume: 'Klok starten',
    behind: (n) => `De bijeenkomst loopt ${count(n, 'minuut', 'minuten')} uit.`,
    take: (n) => `${n} min van de reflectie afhalen`,
    youKeep: 'Jij houdt de klok bij.',
    keeps: (name) => `${name} houdt de klok bij.`,
    takeClock: 'De klok overnemen',
  },

  offers: {
    title: 'Casus',
    cases: 'Wie heeft een casus?',
    hasCase: (name) => `${name} heeft een casus.`,
    nextTime: 'Andere aangeboden casussen',
  },

  places: {
    nobody: 'Niemand zit in de buitenkring.',
    change: 'Kringen omwisselen',
  },

  door: {
    title: 'Deur',
    close: 'Deur sluiten',
    open: 'Deur openen',
    isOpen: 'Open voor wie is uitgenodigd.',
    isClosed: 'Gesloten: wie nu komt, moet aankloppen.',
    notHere: (n) => `Uitgenodigd, nog niet binnen (${n})`,
    empty: (seat, role) => `Plaats ${seat}, ${role}: nog niemand`,
    cannotCome: 'afgemeld',
    seat: (seat) => `plaats ${seat}`,
  },
};
