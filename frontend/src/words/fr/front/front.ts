import type { front as en } from '../../en/front/front';
import { count } from '../count';

export const front: typeof en = {
  front: {
    title: 'Un lieu calme pour le travail Balint',
    lead: 'Une personne apporte un cas, puis recule sa chaise et ne fait plus qu’écouter. Les autres laissent venir images et ressentis, et les disent. Puis la personne qui présente revient.',
    points: [
      {
        title: 'Un silence qui tient',
        text: 'Le serveur lui-même coupe la voix de la personne en retrait. Ni une deuxième fenêtre ni une connexion perdue n’y changent rien.',
      },
      {
        title: 'Un temps souple',
        text: 'Vos leaders donnent le rythme. L’horloge continue de compter, et ne coupe la parole à personne.',
      },
      {
        title: 'Rien n’est gardé',
        text: 'Pas d’enregistrement, pas de tchat, pas de compte. Seulement qui était là et quand, et pas un mot du cas.',
      },
    ],
    form: 'Un cercle pour aujourd’hui',
    group: 'Un groupe qui se réunit régulièrement',
    groupMeans:
      'Un lien par personne, pour toutes les séances\u00a0: les dates, les absences annoncées, les présences.',
    groupOpen: 'Ouvrir un groupe',
    groupsHere: 'Vos groupes',
    circleTitle: 'Comment s’appelle ce cercle\u202f?',
    titleExample: 'Groupe du mardi, mars',
    template: 'Séance',
    seats: 'Places en tout',
    facilitators: 'Leaders',
    observers: 'En observation',
    members: (n) => `Il reste ${count(n, 'place de membre', 'places de membre')}.`,
    noMembers: 'Il ne reste aucune place de membre.',
    more: 'Plus sur ce cercle',
    sentence: 'Ce que vous dites de la confidentialité',
    sitBack: 'Quand la personne qui présente est en retrait',
    sitBackChoice: {
      enforced: 'On ne peut pas l’entendre avant son retour',
      soft: 'Elle peut demander la parole, et les leaders peuvent la lui donner',
      off: 'La chaise recule, la personne garde sa voix',
    },
    ownPlan: 'Un déroulement à nous',
    create: 'Ouvrir le cercle',
    creating: 'Le cercle s’ouvre',
    linksWait: 'Liens à distribuer',
    showLinksOf: (title) => `Montrer les liens de «\u202f${title}\u202f»`,
  },

  plan: {
    title: 'Le déroulement de notre séance',
    minutesOf: (phase) => `Minutes pour l’étape\u00a0: ${phase}`,
    minutes: (n) => `${n}\u00a0min`,
    earlier: (phase) => `Monter\u00a0: ${phase}`,
    later: (phase) => `Descendre\u00a0: ${phase}`,
    remove: (phase) => `Retirer\u00a0: ${phase}`,
    another: 'Une étape de plus',
    add: 'Ajouter',
    total: (n) =>
      `${count(n, 'minute', 'minutes')} en tout. On arrive avant, et l’on peut rester après.`,
  },
};
