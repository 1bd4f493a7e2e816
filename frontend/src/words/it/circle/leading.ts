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
    makePresenter: (name: string) => `Fai presentare: ${name}`,
    atSeat: (name: string) => `Che cosa puoi fare per ${name}`,
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

  endInvitation: {
    title: (who: string) => `Vuoi ritirare l’invito (${who})?`,
    text: 'La sua linea e il suo posto finiscono ora, e il link non porta più nel cerchio.',
    no: 'Tienilo',
  },
};
