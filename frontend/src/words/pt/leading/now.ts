import type { now as en } from '../../en/leading/now';

export const now: typeof en = {
  now: {
    title: 'Precisa de resposta',
    needsPause: (name) => `${name} precisa de uma pausa.`,
    stopClock: 'Pausar o relógio',
    bringBack: (name) => `Trazer ${name} de volta`,
    endCaseTitle: 'Terminar aqui o caso, com delicadeza?',
    endCaseText: 'O círculo passa logo ao que vem depois. Ninguém tem de dizer porquê.',
    seen: (name) => `Dizer a ${name} que vimos`,
    asksForWord: (name) => `${name} pede a palavra.`,
    letSpeak: (name) => `Dar a palavra a ${name}`,
    notNow: 'Agora não',
    lost: (name) => `A ligação de ${name} caiu há dois minutos.`,
    noSound: (name) => `${name} não tem som: não ouve ninguém, e ninguém ouve a voz desta pessoa.`,
    weakLine: (name) =>
      `A ligação de ${name} está fraca: pode haver palavras perdidas ou atrasadas.`,
    goOnWithout: (name) => `Continuar sem ${name}`,
    knocks: (name) => `${name} está à porta.`,
    knocksToObserve: (name) => `${name} está à porta, para observar.`,
    knocksAgain: (name) => `${name} veio outra vez pelo mesmo link.`,
    knocksWithLinkOf: (name, owner) => `${name} veio pelo link de ${owner}, com outro nome.`,
    occupied: (owner) => `${owner} está aqui. Quem entrar fica com esse lugar.`,
    turnAway: (name) => `Não, não deixar entrar ${name}`,
    no: 'Não',
    linkDoubted: (name) => `${name} diz: outra pessoa abriu o meu link.`,
    linkDoubtedMeans: 'Essa pessoa não entrou.',
    linkEnds: 'Assim que terminar o convite, o link já não leva a este círculo.',
    linkRenewed:
      'Na página do grupo pode dar um link novo, ou retirar uma visita: então este link já não abre nada.',
    linkStays:
      'O convite de quem facilita não se pode terminar. Por segurança, abra outro círculo.',
    letIn: (name) => `Deixar entrar ${name}`,
    allAgreed: 'Toda a gente concordou.',
    notAllAgreed: 'Ainda nem toda a gente concordou.',
  },
};
