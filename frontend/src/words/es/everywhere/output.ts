import type { output as en } from '../../en/everywhere/output';

/** Where somebody hears the circle, and whether they do. */
export const output: typeof en = {
  hearing: {
    missing: (name: string) =>
      `No se encuentra ${name}. Oyes el círculo por donde suena tu sistema.`,
    something: 'aquello por lo que oías el círculo',
    check: 'Probar cómo oigo',
  },
};
