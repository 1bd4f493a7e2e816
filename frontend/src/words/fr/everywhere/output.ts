import type { output as en } from '../../en/everywhere/output';

export const output: typeof en = {
  hearing: {
    missing: (name) =>
      `On ne trouve pas ${name}. Vous entendez le cercle par la sortie de votre système.`,
    something: 'la sortie par laquelle vous entendiez le cercle',
    check: 'Vérifier mon écoute',
  },
};
