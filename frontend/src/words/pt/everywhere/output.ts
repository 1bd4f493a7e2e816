import type { output as en } from '../../en/everywhere/output';

export const output: typeof en = {
  hearing: {
    missing: (name) =>
      `Não se encontra: ${name}. Ouve o círculo pela saída que o sistema escolheu.`,
    something: 'o dispositivo por onde ouvia',
    check: 'Verificar como ouço',
  },
};
