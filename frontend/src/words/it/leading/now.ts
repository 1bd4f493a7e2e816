import type { now as en } from '../../en/leading/now';

export const now: typeof en = {
  now: {
    title: 'Serve una risposta',
    needsPause: (name: string) => `${name} ha bisogno di una pausa.`,
    stopClock: 'Ferma l’orologio',
    bringBack: (name: string) => `Fai rientrare ${name}`,
    endCaseTitle: 'Vuoi concludere qui il caso, con delicatezza?',
    endCaseText: 'Il cerchio passa subito a ciò che viene dopo. Nessuno deve dire perché.',
    seen: (name: string) => `Rispondi a ${name}: lo vediamo`,
    asksForWord: (name: string) => `${name} chiede la parola.`,
    letSpeak: (name: string) => `Dai la parola a ${name}`,
    notNow: 'Non adesso',
    lost: (name: string) => `La linea di ${name} manca da due minuti.`,
    noSound: (name: string) =>
      `${name} non ha audio: non sente nessuno, e nessuno sente la sua voce.`,
    weakLine: (name: string) =>
      `La linea di ${name} è debole: qualche parola può perdersi o tardare.`,
    goOnWithout: (name: string) => `Continua senza ${name}`,
    knocks: (name: string) => `${name} è alla porta.`,
    knocksToObserve: (name: string) => `${name} è alla porta, per osservare.`,
    knocksAgain: (name: string) => `${name} è di nuovo alla porta con lo stesso link.`,
    knocksWithLinkOf: (name: string, owner: string) =>
      `${name} è alla porta con il link di ${owner}, sotto un altro nome.`,
    occupied: (owner: string) => `${owner} è qui. Chi entra prende quel posto.`,
    turnAway: (name: string) => `No, non far entrare ${name}`,
    no: 'No',
    linkDoubted: (name: string) => `${name} dice: un’altra persona ha aperto il mio link.`,
    linkDoubtedMeans: 'Quella persona non è entrata.',
    linkEnds: 'Se ritiri l’invito, il link non porta più in questo cerchio.',
    linkRenewed:
      'Sulla pagina del gruppo puoi dare un nuovo link, o annullare l’invito di una persona ospite: allora questo link non apre più nulla.',
    linkStays: 'L’invito di chi conduce non si può ritirare. Per sicurezza, apri un altro cerchio.',
    letIn: (name: string) => `Fai entrare ${name}`,
    allAgreed: 'Ci sono tutti i consensi.',
    notAllAgreed: 'Manca ancora qualche consenso.',
  },
};
