import type { circle as en } from '../../en/circle/circle';
import { count } from '../count';

export const circle: typeof en = {
  role: {
    facilitator: 'facilitação',
    presenter: 'apresentação',
    member: 'membro',
    observer: 'observação',
  },

  presence: {
    vacant: 'ainda não chegou',
    knocking: 'à porta',
    here: '',
    coming_back: 'a voltar',
    left: 'saiu',
    uninvited: 'já sem convite',
  },

  leadingUnloaded:
    'Não foi possível carregar as funções de quem facilita. O som e a passagem à fase seguinte funcionam sem elas.',

  connection: {
    sign: {
      connected: 'Tudo ligado',
      reconnecting: 'A ligar de novo',
      joining: 'A ligar o som',
      back: 'A voltar',
      blocked: 'Sem som',
      impossible: 'Sem som',
      moving: 'A mudar de servidor',
    },
    some: 'Com ligação',
  },

  notice: {
    ended: 'A sessão chegou ao fim.',
    not_here: 'Neste momento, não está no círculo.',
    not_yours: 'Isso cabe a quem tem outro papel.',
    not_now: 'Neste momento, isso não é possível.',
    stale: 'Alguém foi mais rápido. É assim que está agora.',
    no_such_step: 'O plano não tem essa fase.',
    no_presenter: 'Um caso precisa primeiro de quem o apresente.',
    out_of_bounds: 'Uma fase não pode ter tantos minutos, ou tão poucos.',
    already: 'Já está assim.',
    no_such_person: 'Neste momento, essa pessoa não está no círculo.',
    no_consent: 'Essa pessoa não ofereceu um caso. Pergunte-lhe primeiro.',
    not_agreed: 'Ainda nem toda a gente concordou.',
    case_has_begun: 'O caso já começou.',
    is_presenter: 'Essa pessoa apresenta o caso em curso. Termine primeiro o caso.',
    sitting_back:
      'Enquanto está em recuo, ninguém ouve a sua voz. Pode voltar a falar quando regressar.',
    silenced:
      'Quem facilita silenciou a sua voz. Pode voltar a falar quando quem facilita o permitir.',
    uninvited: 'O convite dessa pessoa terminou.',
    not_kept:
      'Neste momento, não foi possível guardar isso, por isso não foi feito. O círculo está como estava. Tente de novo daqui a pouco, por favor.',
    line_lost:
      'A sua ligação ainda não voltou, por isso não foi feito. Tente de novo daqui a pouco, por favor.',
    sealed_anew:
      'Neste momento, não foi possível selar a sua voz, por isso já não é enviada. A página recomeça: espere até ela dizer que a sua voz se ouve.',
    unanswered:
      'A ligação perdeu-se antes de chegar uma resposta. Quando voltar, veja se foi feito, por favor.',
  },
  waitsForAnswer: 'À espera da resposta do servidor.',

  circle: {
    here: 'O círculo',
    ring: 'Pessoas no círculo',
    observers: 'Quem observa',
    you: 'eu',
    offer: {
      none: '',
      standing: 'tem um caso',
      next_time: 'um caso para mais tarde',
    },
    wishes: 'gostava de falar',
    inDebrief: 'na sala da facilitação',
    lingering: 'na sala do círculo',
    asked: 'foi-lhe pedido que apresente',
    formerly: (name) => `antes: ${name}`,
    noSound: 'sem som',
    satBack: 'em recuo, fora do círculo',
    leave: 'Sair',
    plan: 'As fases da sessão',
    stepOf: (n, all) => `Fase ${n} de ${all}`,
    minutesShort: (n) => `${n} min`,
    empty: (n) => count(n, 'cadeira está vazia.', 'cadeiras estão vazias.'),
    onlyListening: 'Só a escutar',
    showTime: 'Mostrar o tempo',
    hideTime: 'Esconder o tempo',
    notHeardYet: 'ainda por ouvir',
    timeIsUp: 'O tempo desta fase chegou ao fim. Não há pressa.',
    over: 'a mais',
    paused: 'relógio em pausa',
    timeLeft: 'Tempo que falta nesta fase',
    yourPart: 'O que lhe cabe',
    sound: 'Som',
    soundTitle: 'Som e microfone',
  },

  cases: {
    offer: 'Tenho um caso',
    withdraw: 'Retirar a oferta',
    offered: 'Só quem facilita vê que há um caso seu.',
    offeredToAll: 'O círculo sabe que há um caso seu.',
    nextTime: 'Foi escolhido outro caso. O seu ainda pode ser escolhido.',
    named: 'É a si que cabe apresentar o próximo caso.',
    asked: 'Quem facilita pergunta-lhe se apresentaria um caso.',
    accept: 'Sim, apresento',
    decline: 'Desta vez, não',
  },

  otherDevice: {
    title: 'O seu link foi aberto outra vez',
    opened: (name) => `${name} abriu o seu link noutro dispositivo.`,
    isItYou: 'Foi por sua iniciativa? Se não responder, a pergunta passa a quem facilita.',
    askedAlone:
      'Foi por sua iniciativa? Se não responder em 15 segundos, o seu lugar passa para esse dispositivo.',
    yes: 'Sim, passo para esse dispositivo',
    no: 'Não, não fui eu',
  },

  news: {
    make: 'Tenho notícias',
    takeBack: 'Afinal, sem notícias',
    sign: 'tem notícias',
  },

  wish: {
    make: 'Gostava de falar',
    takeBack: 'Retirar o pedido',
  },

  presenter: {
    needPause: 'Preciso de uma pausa',
    pauseNeeded: 'Quem facilita recebe o seu pedido de pausa.',
    pauseWaits: 'A primeira pessoa da facilitação que voltar recebe o seu pedido de pausa.',
    pauseSeen: 'Quem facilita viu o seu pedido de pausa.',
    askToSpeak: 'Posso dizer uma coisa?',
    wordAsked: 'Pediu a palavra a quem facilita.',
    wordDeclined: 'Quem facilita viu o seu pedido de palavra: agora não.',
  },
};
