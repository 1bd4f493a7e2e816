import type { circle as en } from '../../en/circle/circle';
import { count } from '../count';

export const circle: typeof en = {
  role: {
    facilitator: 'leader',
    presenter: 'présente le cas',
    member: 'membre',
    observer: 'en observation',
  },

  presence: {
    vacant: 'pas encore là',
    knocking: 'à la porte',
    here: '',
    coming_back: 'revient',
    left: 'n’est plus là',
    uninvited: 'n’a plus d’invitation',
  },

  leadingUnloaded:
    'Ce que les leaders ont ici n’a pas pu se charger. Le son et l’étape suivante s’en passent.',

  connection: {
    sign: {
      connected: 'Tout est connecté',
      reconnecting: 'Reconnexion',
      joining: 'Connexion du son',
      back: 'Retour en cours',
      blocked: 'Pas de son',
      impossible: 'Pas de son',
      moving: 'Changement de serveur',
    },
    some: 'En ligne',
  },

  notice: {
    ended: 'La séance est finie.',
    not_here: 'Vous n’êtes pas dans le cercle pour l’instant.',
    not_yours: 'Votre rôle ne le permet pas.',
    not_now: 'Ce n’est pas possible pour l’instant.',
    stale: 'Quelqu’un a été plus rapide. Voici où l’on en est.',
    no_such_step: 'Le déroulement n’a pas cette étape.',
    no_presenter: 'Pour un cas, il faut d’abord une personne qui présente.',
    out_of_bounds: 'Une étape ne peut pas avoir autant de minutes, ou si peu.',
    already: 'C’est déjà ainsi.',
    no_such_person: 'Cette personne n’est pas dans le cercle pour l’instant.',
    no_consent: 'Cette personne n’a pas proposé de cas. Demandez-lui d’abord.',
    not_agreed: 'Il manque encore des accords.',
    case_has_begun: 'Le cas a commencé.',
    is_presenter: 'Cette personne présente le cas en cours. Terminez d’abord le cas.',
    sitting_back:
      'Tant que vous êtes en retrait, personne ne vous entend. Vous pourrez parler à votre retour.',
    silenced:
      'Les leaders ont suspendu votre parole. Vous pourrez parler quand elle vous sera rendue.',
    uninvited: 'Son invitation a pris fin.',
    not_kept:
      'Cela n’a pas pu être sauvegardé pour l’instant, et n’a donc pas été fait. Le cercle est tel qu’il était. Réessayez dans un instant.',
    line_lost:
      'Votre connexion n’est pas encore revenue\u00a0: cela n’a donc pas été fait. Réessayez dans un instant.',
    sealed_anew:
      'Votre voix n’a pas pu être scellée à l’instant, et n’est donc plus envoyée. La page recommence\u00a0: attendez qu’elle dise que l’on vous entend.',
    unanswered:
      'Votre connexion s’est perdue avant la réponse. Une fois qu’elle est revenue, voyez si cela a été fait.',
  },
  waitsForAnswer: 'En attente de la réponse du serveur.',

  circle: {
    here: 'Le cercle',
    ring: 'Les personnes dans le cercle',
    observers: 'En observation',
    you: 'vous',
    offer: {
      none: '',
      standing: 'a un cas',
      next_time: 'un cas pour plus tard',
    },
    wishes: 'souhaite parler',
    inDebrief: 'dans la salle des leaders',
    lingering: 'dans la salle du cercle',
    asked: 'on lui a demandé de présenter',
    formerly: (name) => `avant\u00a0: ${name}`,
    noSound: 'pas de son',
    satBack: 'en retrait, hors du cercle',
    leave: 'Quitter',
    plan: 'Le déroulement de la séance',
    stepOf: (n, all) => `Étape ${n} sur ${all}`,
    minutesShort: (n) => `${n}\u00a0min`,
    empty: (n) => count(n, 'chaise est vide.', 'chaises sont vides.'),
    onlyListening: 'En écoute seule',
    showTime: 'Montrer le temps',
    hideTime: 'Cacher le temps',
    notHeardYet: 'voix pas encore entendue',
    timeIsUp: 'Le temps de cette étape est écoulé. Rien ne presse.',
    over: 'de plus',
    paused: 'horloge en pause',
    timeLeft: 'Temps restant de cette étape',
    yourPart: 'Ce qui vous revient',
    sound: 'Son',
    soundTitle: 'Son et micro',
  },

  cases: {
    offer: 'J’ai un cas',
    withdraw: 'Retirer ma proposition',
    offered: 'Seuls les leaders voient que vous avez un cas.',
    offeredToAll: 'Le cercle sait que vous avez un cas.',
    nextTime: 'Un autre cas a été choisi. Le vôtre peut encore l’être.',
    named: 'C’est vous qui présenterez le prochain cas.',
    asked: 'Les leaders demandent si vous voulez bien présenter un cas.',
    accept: 'Oui, je présente',
    decline: 'Pas cette fois',
  },

  otherDevice: {
    title: 'Votre lien a été ouvert de nouveau',
    opened: (name) => `${name} a ouvert votre lien sur un autre appareil.`,
    isItYou: 'Est-ce vous\u202f? Sans réponse de votre part, on demande aux leaders.',
    askedAlone:
      'Est-ce vous\u202f? Sans réponse de votre part en 15\u00a0secondes, votre place passe à l’autre appareil.',
    yes: 'Oui, je passe sur l’autre appareil',
    no: 'Non, ce n’est pas moi',
  },

  news: {
    make: 'J’ai des nouvelles',
    takeBack: 'Finalement, rien de nouveau',
    sign: 'a des nouvelles',
  },

  wish: {
    make: 'Je souhaite parler',
    takeBack: 'Retirer mon souhait',
  },

  presenter: {
    needPause: 'Il me faut une pause',
    pauseNeeded: 'On dit aux leaders que vous avez besoin d’une pause.',
    pauseWaits:
      'La première personne de retour parmi les leaders saura que vous avez besoin d’une pause.',
    pauseSeen: 'Côté leaders, on a vu que vous avez besoin d’une pause.',
    askToSpeak: 'Puis-je dire quelque chose\u202f?',
    wordAsked: 'Vous avez demandé la parole aux leaders.',
    wordDeclined: 'Côté leaders, on a vu que vous demandez la parole\u00a0: pas maintenant.',
  },
};
