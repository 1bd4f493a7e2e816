import type { output as en } from '../../en/everywhere/output';

export const output: typeof en = {
  hearing: {
    missing: (name) => `Não se encontra: ${name}. Ouve o círculo onde o sistema toca.`,
    something: 'o aparelho por onde ouvia',
    check: 'Verificar como ouço',
  },
};
