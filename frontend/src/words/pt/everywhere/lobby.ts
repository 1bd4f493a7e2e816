import type { lobby as en } from '../../en/everywhere/lobby';

export const lobby: typeof en = {
  lobby: {
    title: 'Ocupe o seu lugar',
    titleBack: 'O seu lugar está guardado',
    intro: 'Este link é só seu: leva a um lugar no círculo, e sempre ao mesmo.',
    introBack:
      'Ainda há pouco estava aqui e volta como a mesma pessoa. O seu microfone só está aberto se o deixou aberto.',
    name: 'O seu nome, tal como o grupo o conhece',
    nameMissing: 'Diga ao círculo o seu nome, por favor.',
    openMicrophone: 'Entrar com o microfone aberto',
    join: 'Entrar no círculo',
    joinBack: 'Voltar ao círculo',
    joining: 'À procura do seu lugar',
    unreached: 'Ainda não se consegue chegar ao círculo',
    again: 'A página continua a tentar sozinha.',
    looking: 'À procura do seu círculo',
    waitsForFrame: 'Pode entrar assim que esta página tiver lido o acordo do círculo.',
    agreeing: 'Ao entrar, aceita este acordo.',
  },

  seal: {
    is: 'Selado: o servidor não pode escutar',
    sent: 'Selado, mas o servidor teve a chave',
    not: 'Não selado: o servidor poderia escutar.',
    refused: 'Ainda não pode entrar',
  },

  frame: {
    title: 'O nosso acordo',
    invitedAs: {
      facilitator: 'Recebeu um convite para facilitar.',
      presenter: 'Recebeu um convite como membro.',
      member: 'Recebeu um convite como membro.',
      observer: 'Recebeu um convite para observar: ouve tudo, e ninguém ouve a sua voz.',
    },
    about:
      'Num círculo Balint, alguém do grupo fala de uma pessoa doente, depois recua e escuta. As outras pessoas dizem o que imaginam e o que sentem. Ninguém aconselha, ensina ou julga, e nada tem de ser resolvido.',
    confidence: 'O que se diz no círculo fica no círculo.',
    unread:
      'Neste momento, não é possível ler o acordo deste círculo. A página continua a tentar sozinha.',
    nothingKept: 'Nada é gravado, nunca.',
    alone: 'Escolha um lugar só para si, onde mais ninguém possa ouvir.',
    headphones: 'Use auscultadores, se puder.',
    sitBack: {
      enforced: null,
      soft: 'A voz de quem recua não se ouve; quem recua pode pedir a palavra a quem facilita.',
      off: 'Quem recua afasta a cadeira do círculo e conserva a sua voz.',
    },
    fishbowl: 'Durante um caso, fala um círculo interior e um círculo exterior só escuta.',
    observersAsked: 'Antes da sua entrada, pede-se o acordo de toda a gente no círculo.',
    chosen: {
      offers_seen_by_all: 'Toda a gente vê quem tem um caso',
      digits_for_all: 'Toda a gente vê os minutos',
      knocking: 'Os membros batem à porta, e alguém lhes abre',
    },
    knocks: 'Espera à porta até que alguém que facilita lhe abra.',
  },
};
