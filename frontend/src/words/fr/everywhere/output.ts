import type { output as en } from '../../en/everywhere/output';

export const output: typeof en = {
  hearing: {
    missing: (name) =>
      `${name} n’est pas là. Vous entendez le cercle par la sortie de votre système.`,
    something: 'La sortie par laquelle vous entendiez le cercle',
    check: 'Vérifier mon écoute',
  },
};
