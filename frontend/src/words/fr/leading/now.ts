import type { now as en } from '../../en/leading/now';

export const now: typeof en = {
  now: {
    title: 'Attend une réponse',
    needsPause: (name) => `${name} a besoin d’une pause.`,
    stopClock: 'Arrêter l’horloge',
    bringBack: (name) => `Faire revenir ${name}`,
    endCaseTitle: 'Terminer le cas ici, en douceur\u202f?',
    endCaseText: 'Le cercle passe aussitôt à la suite. Personne n’a à dire pourquoi.',
    seen: (name) => `Montrer à ${name} que c’est vu`,
    asksForWord: (name) => `${name} demande la parole.`,
    letSpeak: (name) => `Laisser parler ${name}`,
    notNow: 'Pas maintenant',
    lost: (name) => `${name} n’a plus de connexion depuis deux minutes.`,
    noSound: (name) => `${name} n’a pas de son\u00a0: n’entend personne, et personne ne l’entend.`,
    weakLine: (name) =>
      `${name} a une connexion faible\u00a0: des mots peuvent se perdre ou arriver en retard.`,
    goOnWithout: (name) => `Continuer sans ${name}`,
    knocks: (name) => `${name} est à la porte.`,
    knocksToObserve: (name) => `${name} est à la porte, pour observer.`,
    knocksAgain: (name) => `${name} revient par le même lien.`,
    knocksWithLinkOf: (name, owner) =>
      `${name} est à la porte, sous ce nom, avec le lien prévu pour ${owner}.`,
    occupied: (owner) =>
      `${owner} est là. Ouvrir, c’est donner cette place à la personne qui entre.`,
    turnAway: (name) => `Non, ne pas ouvrir à ${name}`,
    no: 'Non',
    linkDoubted: (name) => `${name} dit\u00a0: quelqu’un d’autre a ouvert mon lien.`,
    linkDoubtedMeans: 'Cette autre personne n’est pas entrée.',
    linkEnds: 'Dès que vous mettez fin à l’invitation, le lien ne mène plus dans ce cercle.',
    linkRenewed:
      'Sur la page du groupe, vous pouvez donner un nouveau lien, ou annuler la venue d’une personne invitée\u00a0: ce lien-ci n’ouvre alors plus rien.',
    linkStays:
      'On ne peut pas mettre fin à l’invitation des leaders. Pour plus de sûreté, ouvrez un autre cercle.',
    letIn: (name) => `Ouvrir à ${name}`,
    allAgreed: 'Tout le monde a donné son accord.',
    notAllAgreed: 'Il manque encore des accords.',
  },
};
