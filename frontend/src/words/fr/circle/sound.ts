import type { sound as en } from '../../en/circle/sound';

export const sound: typeof en = {
  voiceOf: {
    heard: 'micro ouvert',
    closed_by_person: 'micro fermé',
    closed_by_phase: 'à l’écoute pour l’instant',
    silenced: 'parole suspendue par les leaders',
    listening: 'à l’écoute',
    unconnected: 'micro ouvert, mais pas encore de son',
  },

  soundOf: {
    connected: '',
    connecting: 'le son se connecte',
    no_sound: 'n’entend personne, et personne ne l’entend',
  },

  way: {
    title: 'Le chemin du son',
    straight: 'Tout droit vers le serveur du cercle.',
    relayed: 'Par un relais. Votre navigateur n’a pas trouvé de chemin direct.',
    late: 'Sur une mauvaise connexion, les voix peuvent arriver en retard par ce chemin.',
  },
};
