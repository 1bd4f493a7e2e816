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
    time: 'Tempo',
    ends: (time) => `A sessão termina por volta das ${time}.`,
    wouldEnd: (time) => `Se começar agora, a sessão termina por volta das ${time}.`,
    thisStep: 'Esta fase',
    change: (n) => (n < 0 ? `−${-n} min` : `+${n} min`),
    pause: 'Pausar o relógio',
    resume: 'Pôr o relógio a andar',
    behind: (n) => `A sessão está atrasada ${count(n, 'minuto', 'minutos')}.`,
    take: (n) => `Tirar ${n} min à reflexão`,
    youKeep: 'O relógio está consigo.',
    keeps: (name) => `O relógio está com ${name}.`,
    takeClock: 'Ficar com o relógio',
    case: 'Caso',
    cases: 'Quem tem um caso?',
    hasCase: (name) => `${name} tem um caso.`,
    nextTime: 'Outros casos oferecidos',
    makePresenter: (name) => `Confiar a apresentação a ${name}`,
    atSeat: (name) => `O que pode fazer por ${name}`,
    end: 'Terminar a sessão',
    endTitle: 'Terminar a sessão para toda a gente?',
    stay: 'Ficar',
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

  door: {
    title: 'Porta',
    close: 'Fechar a porta',
    open: 'Abrir a porta',
    isOpen: 'Aberta a quem tem convite.',
    isClosed: 'Fechada: quem chegar agora tem de bater.',
    notHere: (n) => `Com convite, ainda por chegar (${n})`,
    empty: (seat, role) => `Lugar ${seat}, ${role}: ainda ninguém`,
    cannotCome: 'ausência anunciada',
    endTitle: (who) => `Terminar o convite: ${who}?`,
    endText: 'A ligação e o lugar desta pessoa terminam agora, e o link já não leva ao círculo.',
    endNo: 'Manter',
    seat: (seat) => `lugar ${seat}`,
  },
};
