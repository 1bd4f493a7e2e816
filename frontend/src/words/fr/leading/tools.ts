import type { tools as en } from '../../en/leading/tools';
import { count } from '../count';

export const tools: typeof en = {
  clock: {
    title: 'Temps',
    ends: (time) => `La séance finit vers ${time}.`,
    wouldEnd: (time) => `Commencée maintenant, la séance finit vers ${time}.`,
    thisStep: 'Cette étape',
    change: (n) => (n < 0 ? `−${-n}\u00a0min` : `+${n}\u00a0min`),
    pause: 'Arrêter l’horloge',
    resume: 'Relancer l’horloge',
    behind: (n) => `La séance a ${count(n, 'minute', 'minutes')} de retard.`,
    take: (n) => `Prendre ${n}\u00a0min sur les échanges`,
    youKeep: 'Vous tenez l’horloge.',
    keeps: (name) => `${name} tient l’horloge.`,
    takeClock: 'Prendre l’horloge',
  },

  offers: {
    title: 'Cas',
    cases: 'Qui a un cas\u202f?',
    hasCase: (name) => `${name} a un cas.`,
    nextTime: 'Autres cas proposés',
  },

  places: {
    nobody: 'Il n’y a personne dans le cercle extérieur.',
    change: 'Échanger les deux cercles',
  },

  door: {
    title: 'Porte',
    close: 'Fermer la porte',
    open: 'Ouvrir la porte',
    isOpen: 'Ouverte à toute personne invitée.',
    isClosed: 'Fermée\u00a0: pour entrer maintenant, il faut frapper.',
    notHere: (n) => `Invitations encore attendues (${n})`,
    empty: (seat, role) => `Place ${seat}, ${role}\u00a0: encore personne`,
    cannotCome: 'absence annoncée',
    seat: (seat) => `place ${seat}`,
  },
};
