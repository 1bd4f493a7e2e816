import type { lobby as en } from '../../en/everywhere/lobby';

export const lobby: typeof en = {
  lobby: {
    title: 'Prenez place',
    titleBack: 'Votre place est gardée',
    intro: 'Ce lien n’est qu’à vous\u00a0: il mène à une place du cercle, toujours la même.',
    introBack:
      'Vous étiez là il y a un instant et revenez comme la même personne. Votre micro n’est ouvert que si vous l’avez laissé ouvert.',
    name: 'Votre nom, tel que les autres le connaissent',
    nameMissing: 'Dites votre nom au cercle.',
    openMicrophone: 'Entrer avec mon micro ouvert',
    join: 'Entrer dans le cercle',
    joinBack: 'Revenir au cercle',
    joining: 'Recherche de votre place',
    unreached: 'Le cercle n’est pas encore joignable',
    again: 'La page réessaie d’elle-même.',
    looking: 'Recherche de votre cercle',
    waitsForFrame: 'Vous pourrez entrer dès que cette page aura lu le cadre du cercle.',
    agreeing: 'En entrant, vous acceptez ce cadre.',
  },

  seal: {
    is: 'Scellé\u00a0: le serveur ne peut pas écouter',
    sent: 'Scellé, mais le serveur a eu la clé',
    not: 'Non scellé\u00a0: le serveur pourrait écouter.',
    refused: 'Vous ne pouvez pas encore entrer',
  },

  frame: {
    title: 'Notre cadre',
    invitedAs: {
      facilitator: 'Nous vous invitons comme leader.',
      presenter: 'Nous vous invitons comme membre.',
      member: 'Nous vous invitons comme membre.',
      observer:
        'Nous vous invitons à observer\u00a0: vous entendez tout, et personne ne vous entend.',
    },
    about:
      'Dans un cercle Balint, une personne parle de quelqu’un qu’elle soigne, puis se met en retrait et écoute. Les autres laissent venir images et ressentis, et les disent. Personne ne conseille, n’enseigne ni ne juge, et rien n’est à résoudre.',
    confidence: 'Ce qui se dit dans le cercle reste dans le cercle.',
    unread:
      'Le cadre de ce cercle ne peut pas être lu pour l’instant. Cette page réessaie d’elle-même.',
    nothingKept: 'Rien n’est enregistré, jamais.',
    alone: 'Installez-vous à l’écart, dans une pièce où personne d’autre ne peut entendre.',
    headphones: 'Mettez un casque, si vous le pouvez.',
    sitBack: {
      enforced: null,
      soft: 'On n’entend pas la personne en retrait, mais elle peut demander la parole aux leaders.',
      off: 'La personne en retrait recule sa chaise hors du cercle et garde sa voix.',
    },
    fishbowl:
      'Tant qu’un cas est en cours, un cercle intérieur parle et un cercle extérieur ne fait qu’écouter.',
    observersAsked: 'Tout le cercle est consulté avant que vous entriez.',
    chosen: {
      offers_seen_by_all: 'Tout le monde voit qui a un cas',
      digits_for_all: 'Tout le monde voit les minutes',
      knocking: 'Les membres frappent, et on leur ouvre',
    },
    knocks: 'Vous attendez à la porte que les leaders vous ouvrent.',
  },
};
