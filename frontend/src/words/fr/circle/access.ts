import type { access as en } from '../../en/circle/access';
import { count, either } from '../count';

/** These people, one or many, do something. */
const are = (names: string, n: number, one: string, other: string): string =>
  `${names} ${either(n, one, other)}.`;

export const access: typeof en = {
  titles: {
    letIn: 'Vous pouvez entrer',
    atDoor: (n) => `${n} à la porte`,
  },

  people: {
    came: (names, n) => are(names, n, 'vient d’entrer', 'viennent d’entrer'),
    left: (names, n) => are(names, n, 'a quitté le cercle', 'ont quitté le cercle'),
    speaking: (names, n) => are(names, n, 'parle', 'parlent'),
    youSpeak: 'Vous parlez.',
    nobodySpeaks: 'Personne ne parle.',
  },

  time: {
    minutesLeft: (n) => `Il reste ${count(n, 'minute', 'minutes')}.`,
    muchLeft: 'Il reste plus de la moitié du temps de cette étape.',
    littleLeft: 'Il reste moins de la moitié du temps de cette étape.',
    up: 'Le temps de cette étape est écoulé. Rien ne presse.',
    paused: 'L’horloge est en pause.',
    runs: 'L’horloge tourne.',
  },

  keys: {
    title: 'Touches et annonces',
    open: 'Touches',
    explain:
      'Sur cette page, ces touches agissent d’elles-mêmes. Dans les champs de texte, elles ne font qu’écrire.',
    on: 'Utiliser ces touches',
    what: {
      speak: 'Maintenir pour parler\u202f; un appui bref ferme votre micro',
      who_speaks: 'Dire qui parle',
      where: 'Dire l’étape et le temps',
      list: 'Montrer cette liste',
    },
    space: 'Espace',
    change: (what, key) => `${key}. Choisir une autre touche pour\u00a0: ${what}`,
    press: 'Appuyez sur une touche',
    taken: 'Cette touche n’est pas libre. Appuyez sur une autre, ou sur Échap.',
    usual: 'Rétablir les touches d’origine',
    announcements: 'Ce que votre lecteur d’écran annonce sans qu’on le demande',
    howMuch: {
      all: 'Tout\u00a0: aussi les allées et venues',
      mine: 'Les étapes, et ce qui me concerne',
      nothing: 'Rien, sauf ce qui ne peut pas attendre',
    },
    quiet: 'Pendant le travail du groupe, les allées et venues attendent la fin de l’étape.',
  },
};
