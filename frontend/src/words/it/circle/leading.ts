import type { leading as en } from '../../en/circle/leading';
import { count } from '../count';

/** What only facilitators read. */
export const leading: typeof en = {
  leading: {
    title: 'Conduzione',
    handle: (cases: number) =>
      cases === 0 ? 'Conduzione' : `Conduzione: ${count(cases, 'caso offerto', 'casi offerti')}`,
    next: (phase: string) => `Avanti: ${phase}`,
    back: (phase: string) => `Indietro: ${phase}`,
    skipTo: (phase: string) => `Salta a: ${phase}`,
    skipEnds: (phase: string) => `Vuoi concludere il caso e passare a «${phase}»?`,
    skipEndsText:
      'Il caso finisce qui, prima del rientro di chi lo presenta. Puoi tornarci dalle fasi dell’incontro.',
    endCase: 'Concludi il caso',
    endCaseNo: 'Continua il caso',
    time: 'Tempo',
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
    case: 'Caso',
    cases: 'Chi ha un caso?',
    hasCase: (name: string) => `${name} ha un caso.`,
    nextTime: 'Altri casi offerti',
    makePresenter: (name: string) => `Fai presentare: ${name}`,
    atSeat: (name: string) => `Che cosa puoi fare per ${name}`,
    end: 'Concludi l’incontro',
    endTitle: 'Vuoi concludere l’incontro per tutto il cerchio?',
    stay: 'Resta',
  },

  aimed: {
    ask_to_present: 'Chiedi di presentare',
    name_presenter: 'Fai presentare',
    silence_person: 'Metti in silenzio',
    lift_silence: 'Ridai la voce',
    sit_outside: 'Nel cerchio esterno',
    sit_inside: 'Nel cerchio interno',
    hand_clock: 'Affida l’orologio',
    go_on_without: 'Continua senza attendere',
    send_to_door: 'Fai aspettare alla porta',
    end_invitation: 'Ritira l’invito',
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
    endTitle: (who: string) => `Vuoi ritirare l’invito (${who})?`,
    endText: 'La sua linea e il suo posto finiscono ora, e il link non porta più nel cerchio.',
    endNo: 'Tienilo',
    seat: (seat: number) => `posto ${seat}`,
  },
};
