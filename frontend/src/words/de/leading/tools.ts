import type { tools as en } from '../../en/leading/tools';
import { count } from '../count';

export const tools: typeof en = {
  clock: {
    title: 'Zeit',
    ends: (time) => `Das Treffen endet etwa um ${time}.`,
    wouldEnd: (time) => `Wenn Sie jetzt beginnen, endet das Treffen etwa um ${time}.`,
    thisStep: 'Dieser Schritt',
    change: (n) => (n < 0 ? `−${-n} min` : `+${n} min`),
    pause: 'Uhr anhalten',
    resume: 'Uhr starten',
    behind: (n) => `Das Treffen ist ${count(n, 'Minute', 'Minuten')} im Verzug.`,
    take: (n) => `${n} min von der Reflexion nehmen`,
    youKeep: 'Sie führen die Uhr.',
    keeps: (name) => `${name} führt die Uhr.`,
    takeClock: 'Uhr übernehmen',
  },

  offers: {
    title: 'Fall',
    cases: 'Wer hat einen Fall?',
    hasCase: (name) => `${name} hat einen Fall.`,
    nextTime: 'Weitere angebotene Fälle',
  },

  places: {
    nobody: 'Im Außenkreis sitzt niemand.',
    change: 'Innen- und Außenkreis tauschen',
  },

  door: {
    title: 'Tür',
    close: 'Tür schließen',
    open: 'Tür öffnen',
    isOpen: 'Offen für alle, die eingeladen sind.',
    isClosed: 'Geschlossen: Wer jetzt kommt, muss klopfen.',
    notHere: (n) => `Eingeladen, noch nicht da (${n})`,
    empty: (seat, role) => `Platz ${seat}, ${role}: noch niemand`,
    cannotCome: 'kann nicht kommen',
    seat: (seat) => `Platz ${seat}`,
  },
};
