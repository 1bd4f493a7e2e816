import type { demo as en } from '../../en/server/demo';

export const demo: typeof en = {
  demo: {
    title: 'Círculo sintético',
    synthetic: 'voz sintética',
    sentence:
      'Isto é uma demonstração. Quem tem a marca «voz sintética» é a voz de um computador; a doente e o caso são inventados. Aqui as vozes não são seladas de ponta a ponta: este servidor poderia ouvi-las. Não fale, por isso, de ninguém que exista.',
  },
};
