import type { leaving as en } from '../../en/everywhere/leaving';

export const leaving: typeof en = {
  closed: {
    BAD_MESSAGE: {
      title: 'Cette page et le serveur ne se sont pas compris',
      text: 'Votre place est gardée. Le plus souvent, il suffit de recharger la page.',
    },
    TOO_SLOW: { title: 'La connexion était trop lente', text: 'Votre place est gardée.' },
    TOO_MANY: {
      title: 'C’était trop à la fois',
      text: 'Le serveur a coupé la connexion pour protéger le cercle. Votre place est gardée.',
    },
    NOT_INVITED: {
      title: 'Cette invitation n’ouvre aucun cercle ici',
      text: 'Une partie du lien s’est peut-être perdue. Demandez-le de nouveau à votre leader.',
    },
    NO_CIRCLE: {
      title: 'Ce cercle n’existe plus ici',
      text: 'Sa séance est finie, déplacée ou annulée, ou le cercle a été ouvert à nouveau ou n’a jamais servi. Regardez dans votre groupe, ou demandez à votre leader.',
    },
    NAME_NEEDED: {
      title: 'Le cercle a besoin d’un nom pour vous',
      text: 'Celui sous lequel les autres vous connaissent, de 40\u00a0caractères au plus.',
    },
    REPLACED: {
      title: 'Votre place est ouverte dans une autre fenêtre',
      text: 'Une place accueille une seule personne, à un seul endroit\u00a0: cette fenêtre se tait donc maintenant. Si ce n’était pas vous, dites-le aux leaders.',
    },
    ENDED: {
      title: 'La séance est finie',
      text: 'Merci de votre présence. Ce qui a été dit reste dans le cercle\u202f; rien n’en a été gardé.',
    },
    GOODBYE: {
      title: 'Vous avez quitté le cercle',
      text: 'Votre place est gardée. Le même lien y ramène tant que dure la séance.',
    },
    CIRCLE_FAILED: {
      title: 'Le cercle s’est arrêté un instant',
      text: 'Votre place est gardée.',
    },
    MOVED: {
      title: 'Le cercle change de serveur',
      text: 'Un instant. Votre place est gardée\u202f; d’ici là, personne ne vous entend.',
    },
    UNINVITED: {
      title: 'Votre invitation a pris fin',
      text: 'Ce lien ne mène plus dans le cercle. Si vous en avez reçu un nouveau, ouvrez-le\u00a0: il mène à votre place. Si cela vous surprend, parlez-en avec votre leader.',
    },
    NOT_ADMITTED: {
      title: 'On ne vous a pas ouvert',
      text: 'La personne à qui est cette place, ou votre leader, a dit non. Si cela vous surprend, parlez-en avec votre leader.',
    },
    BUSY: {
      title: 'Pas tout de suite',
      text: 'Quelqu’un attend à la porte avec votre lien, ou ce lien a été ouvert trop souvent.',
    },
    FULL: { title: 'Le serveur est complet pour l’instant', text: 'Votre place est gardée.' },
  },
  otherWindow: {
    which:
      'Une place accueille une seule personne, à un seul endroit. Dans quelle fenêtre voulez-vous continuer\u202f? L’autre se tait.',
    here: 'Continuer dans cette fenêtre',
    there: 'Rester dans l’autre fenêtre',
    stays: 'Continuez dans l’autre fenêtre. Vous pouvez fermer celle-ci.',
  },

  comeBack: 'Revenir au cercle',
  takeSeatHere: 'Prendre place ici',
  toFront: 'Vers la page d’accueil',
  toGroup: 'Vers mon groupe',
  toConfirm: 'Sur la page de votre groupe, vous confirmez qui était là, dans les 14\u00a0jours.',
};
