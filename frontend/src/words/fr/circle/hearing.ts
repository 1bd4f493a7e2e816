import type { hearing as en } from '../../en/circle/hearing';
import { output } from '../everywhere/output';

export const hearing: typeof en = {
  hearing: {
    ...output.hearing,

    title: 'Comment vous entendez le cercle',
    stopped: 'Le son est arrêté ici. Vous n’entendez pas tout le monde.',
    letMeHear: 'Entendre le cercle',
    gone: (name) => `On ne trouve plus ${name}. Aucun son n’est joué avant votre choix.`,
    playHere: 'Écouter quand même',
    understood: 'Fermer ce message',
    unopened: (names) => `Vous n’entendez pas ${names}\u00a0: la clé manque ici.`,

    worn: 'Je porte un casque',
    wornMeans:
      'Chaque voix vient alors de sa propre place. Avec des haut-parleurs, les autres entendraient leur propre voix.',
    plain: 'Cela ne marche pas ici pour l’instant. Vous entendez les voix sans cela.',

    volumes: 'Volume',
    everybody: 'Tout le monde',
    eachVoice: 'Chaque voix',
    onlyHere: 'Personne d’autre n’entend la différence.',
    deviceVolume: 'Votre appareil règle le volume, par ses propres boutons.',
  },
};
