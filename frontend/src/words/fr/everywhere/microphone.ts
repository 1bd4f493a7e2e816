import type { microphone as en } from '../../en/everywhere/microphone';

export const microphone: typeof en = {
  mine: {
    waiting: {
      is: 'En attente de votre micro',
      means: 'Si votre navigateur le demande, autorisez-le. D’ici là, personne ne vous entend.',
    },
    denied: {
      is: 'Votre navigateur ne donne pas accès au micro',
      means:
        'Autorisez-le dans la barre d’adresse, ou dans les réglages de votre appareil. Vous pouvez tout de même écouter.',
    },
    busy: {
      is: 'Votre micro ne peut pas être utilisé',
      means: 'Un autre programme l’occupe peut-être. Fermez-le, ou choisissez un autre micro.',
    },
    none: { is: 'Aucun micro trouvé', means: 'Branchez-en un. Vous pouvez écouter sans micro.' },
    insecure: {
      is: 'Pas de micro à cette adresse',
      means:
        'Elle commence par http\u00a0: les navigateurs ne donnent accès au micro qu’en https. Vous pouvez tout de même écouter.',
    },
    withheld: {
      is: 'Cette application ne donne pas accès au micro',
      means:
        'Copiez votre lien depuis le message qui le contenait, et ouvrez-le dans votre navigateur. Vous pouvez tout de même écouter.',
    },
    ended: {
      is: 'Votre micro n’est plus là',
      means: 'Personne ne vous entend. Rebranchez-le, ou prenez-en un autre.',
    },
    opening: {
      is: 'Votre micro démarre',
      means: 'On ne vous entend pas encore.',
    },
    switched_off: {
      is: 'Votre micro est éteint',
      means:
        'Pas ici\u00a0: sur le casque, par votre navigateur ou par votre système. Personne ne vous entend.',
    },
    silent: {
      is: 'Votre micro ne donne aucun son',
      means: 'Le micro lui-même est-il coupé\u202f? Sinon, choisissez-en un autre.',
    },
    impossible: {
      is: 'Ce navigateur ne transmet pas de son',
      means:
        'Vous n’entendez personne, et personne ne vous entend. Ouvrez votre lien dans un autre navigateur. Si un réglage ou une extension interdit ici les appels, autorisez-les et rechargez la page.',
    },
  },
  tryAgain: 'Réessayer',
  weakLineHelp:
    'Rapprochez-vous du Wi-Fi ou prenez un câble\u202f; arrêtez téléchargements et vidéos.',

  unfollowed: {
    instead: 'Le dernier micro utilisé n’a pas été trouvé. Un autre est sélectionné à la place.',
    kept: 'Ce micro ne peut pas être utilisé pour l’instant. Vous avez toujours le précédent.',
  },

  check: {
    start: 'Vérifier mon micro',
    choose: 'Micro',
    unnamed: (n) => `Micro ${n}`,
    twin: (label, n) => `${label} (${n})`,
    level: 'La force de votre voix dans votre micro',
    say: 'Dites quelque chose\u00a0: la barre doit bouger.',

    line: 'Vérifier ma connexion',
    lineAgain: 'Revérifier ma connexion',
  },
};
