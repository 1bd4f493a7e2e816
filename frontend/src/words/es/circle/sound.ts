import type { sound as en } from '../../en/circle/sound';

/** What is said of sound at the seats, and of one's own ears. */
export const sound: typeof en = {
  voiceOf: {
    heard: 'micrófono abierto',
    closed_by_person: 'micrófono cerrado',
    closed_by_phase: 'por ahora escucha',
    silenced: 'voz silenciada por la coordinación',
    listening: 'escucha',
    unconnected: 'micrófono abierto, pero aún sin sonido',
  },

  soundOf: {
    connected: '',
    connecting: 'se está conectando el sonido',
    no_sound: 'no oye a nadie, y no se le oye',
  },

  way: {
    title: 'El camino del sonido',
    straight: 'Directo al servidor del círculo.',
    relayed: 'A través de un servidor intermedio. Tu navegador no ha encontrado un camino directo.',
    late: 'Con mala conexión, por este camino las voces pueden llegar tarde.',
  },
};
