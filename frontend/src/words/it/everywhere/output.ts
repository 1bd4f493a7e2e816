import type { output as en } from '../../en/everywhere/output';

/** Where somebody hears the circle, and whether they do. */
export const output: typeof en = {
  hearing: {
    missing: (name: string) => `${name} non c’è. Senti il cerchio dall’uscita che usa il sistema.`,
    something: 'L’uscita da cui sentivi il cerchio',
    check: 'Prova l’ascolto',
  },
};
