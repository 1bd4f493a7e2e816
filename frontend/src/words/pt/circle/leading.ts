import type { leading as en } from '../../en/circle/leading';
import { count } from '../count';

export const leading: typeof en = {
  leading: {
    title: 'Facilitar',
    handle: (cases) =>
      cases === 0
        ? 'Facilitar'
        : `Facilitar: ${count(cases, 'caso oferecido', 'casos oferecidos')}`,
    next: (phase) => `A seguir: ${phase}`,
    back: (phase) => `Voltar a: ${phase}`,
    skipTo: (phase) => `Saltar para: ${phase}`,
    skipEnds: (phase) => `Terminar o caso e passar a «${phase}»?`,
    skipEndsText:
      'O caso termina aqui, antes de quem o apresentou regressar. Pode voltar a ele pelas fases da sessão.',
    endCase: 'Terminar o caso',
    endCaseNo: 'Continuar com o caso',
    makePresenter: (name) => `Confiar a apresentação a ${name}`,
    atSeat: (name) => `O que pode fazer por ${name}`,
  },

  aimed: {
    ask_to_present: 'Pedir que apresente',
    name_presenter: 'Confiar a apresentação',
    silence_person: 'Silenciar',
    lift_silence: 'Devolver a voz',
    sit_outside: 'Para o círculo exterior',
    sit_inside: 'Para o círculo interior',
    hand_clock: 'Passar o relógio',
    go_on_without: 'Continuar sem esta pessoa',
    send_to_door: 'Fazer esperar à porta',
    end_invitation: 'Terminar o convite',
  },

  endInvitation: {
    title: (who) => `Terminar o convite: ${who}?`,
    text: 'A ligação e o lugar desta pessoa terminam agora, e o link já não leva ao círculo.',
    no: 'Manter',
  },
};
