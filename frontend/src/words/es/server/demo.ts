import type { demo as en } from '../../en/server/demo';

export const demo: typeof en = {
  demo: {
    title: 'Círculo sintético',
    synthetic: 'voz sintética',
    sentence:
      'Esto es una demostración. Quien lleva la marca «voz sintética» es una voz de máquina; la paciente y el caso son inventados. Aquí las voces no están selladas de extremo a extremo: este servidor podría oírlas. Así que no hables de ninguna persona real.',
  },
};
