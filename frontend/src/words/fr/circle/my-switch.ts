import type { mySwitch as en } from '../../en/circle/my-switch';
import { leaving } from '../everywhere/leaving';
import { microphone } from '../everywhere/microphone';

export const mySwitch: typeof en = {
  mine: {
    ...microphone.mine,

    blocked: {
      is: 'Le son ne passe pas',
      means:
        'Vous n’entendez personne, et personne ne vous entend. Sans doute ce réseau ou un VPN ne laisse-t-il passer aucun son. Essayez un autre réseau (le partage de connexion d’un téléphone, par exemple) ou désactivez le VPN\u202f; dans un établissement de soins, la vérification de la connexion dit ce qu’il faut demander. Cette page continue d’essayer.',
    },
    joining: {
      is: 'Le son se connecte',
      means: 'On ne vous entend pas encore.',
    },
    reconnecting: {
      is: 'Votre connexion revient',
      means: 'Si possible, le son continue. Votre place vous reste réservée.',
    },
    back: {
      is: 'Vous revenez',
      means: 'Votre place est gardée. D’ici là, personne ne vous entend.',
    },
    moving: { is: leaving.closed.MOVED.title, means: leaving.closed.MOVED.text },

    observing: { is: 'Vous observez', means: 'Personne ne vous entend.' },
    outside: { is: 'Vous écoutez', means: 'On entend le cercle intérieur.' },
    sitting_back: {
      is: 'Vous écoutez',
      means: 'Personne ne peut vous entendre avant votre retour.',
    },
    silenced: {
      is: 'Les leaders ont suspendu votre parole',
      means: 'Vous pourrez parler quand elle vous sera rendue.',
    },

    opens_with_floor: {
      is: 'Vous écoutez',
      means: 'On vous entendra de nouveau quand vous aurez la parole.',
    },
    stays_closed: {
      is: 'Vous écoutez',
      means: 'Votre micro reste fermé jusqu’à ce que vous l’ouvriez.',
    },
    closed: {
      is: 'Votre micro est fermé',
      means: 'Ouvrez-le quand vous souhaitez parler.',
    },
    unconnected: {
      is: 'Le son se connecte',
      means: 'On ne vous entend pas encore.',
    },
    away: { is: 'Vous êtes en chemin', means: 'On ne vous entend pas encore.' },
    unsent: {
      is: 'Votre voix n’est pas envoyée',
      means: 'Personne ne vous entend. Cette page continue d’essayer.',
    },
    alone: {
      is: 'Il n’y a que vous ici',
      means: 'Votre micro est ouvert\u00a0: toute personne qui arrive vous entend.',
    },
    unheard: {
      is: 'Personne ici n’a encore de son',
      means: 'On ne vous entend pas encore. Votre micro est ouvert.',
    },
    heard: { is: 'Le cercle vous entend', means: 'Votre micro est ouvert.' },
    heard_in_debrief: {
      is: 'Les autres leaders vous entendent',
      means: 'Votre micro est ouvert.',
    },
  },

  does: {
    open: 'Ouvrir mon micro',
    close: 'Fermer mon micro',
    open_later: 'Ouvrir mon micro quand j’aurai la parole',
    close_later: 'Garder mon micro fermé',
    retry: microphone.tryAgain,
    replace: 'Prendre un autre micro',
  },

  weakLine: {
    heard: 'Votre connexion a des coupures\u00a0: des mots peuvent échapper aux autres.',
    hears: 'Votre connexion a des coupures\u00a0: des mots peuvent vous échapper.',
    both: 'Votre connexion a des coupures\u00a0: des mots peuvent se perdre dans les deux sens.',
    slow: 'Votre connexion est lente\u00a0: les mots arrivent en retard.',
  },

  heardWithQuestions: 'On vous entendra de nouveau au début des questions.',
  readyForReturn:
    'Personne ne peut vous entendre avant votre retour. On prépare votre micro pour ce moment\u202f; rien n’est envoyé.',
  speaksClosed: 'Vous parlez, mais votre micro est fermé.',
};
