import type { demo as en } from '../../en/server/demo';

export const demo: typeof en = {
  demo: {
    title: 'Cercle synthétique',
    synthetic: 'synthétique',
    sentence:
      'Ceci est une démonstration. Toute personne marquée «\u202fsynthétique\u202f» est une voix d’ordinateur\u202f; la patiente et le cas sont inventés. Les voix ne sont pas scellées de bout en bout ici\u00a0: ce serveur pourrait les entendre. Ne parlez donc d’aucune personne réelle.',
  },
};
