import type { tools as en } from '../../en/leading/tools';
import { count } from '../count';

export const tools: typeof en = {
  clock: {
    title: 'Tempo',
    ends: (time: string) => `L’incontro finisce alle ore ${time} circa.`,
    wouldEnd: (time: string) => `Cominciando ora, l’incontro finisce alle ore ${time} circa.`,
    thisStep: 'Questa fase',
    change: (n: number) => (n < 0 ? `−${-n} min` : `+${n} min`),
    pause: 'Ferma l’orologio',
    resume: 'Avvia l’orologio',
    behind: (n: number) => `L’incontro è in ritardo di ${count(n, 'minuto', 'minuti')}.`,
    take: (n: number) => `Togli ${n} min alla riflessione`,
    youKeep: 'L’orologio lo tieni tu.',
    keeps: (name: string) => `${name} tiene l’orologio.`,
    takeClock: 'Prendi l’orologio',
  },

  offers: {
    title: 'Caso',
    cases: 'Chi ha un caso?',
    hasCase: (name: string) => `${name} ha un caso.`,
    nextTime: 'Altri casi offerti',
  },

  places: {
    nobody: 'Nel cerchio esterno non siede nessuno.',
    change: 'Scambia i due cerchi',
  },

  door: {
    title: 'Porta',
    close: 'Chiudi la porta',
    open: 'Apri la porta',
    isOpen: 'Aperta a chi ha un invito.',
    isClosed: 'Chiusa: chi arriva adesso deve bussare.',
    notHere: (n: number) => `Con invito, non ancora qui (${n})`,
    empty: (seat: number, role: string) => `Posto ${seat}, ${role}: ancora nessuno`,
    cannotCome: 'assenza annunciata',
    seat: (seat: number) => `posto ${seat}`,
  },
};
