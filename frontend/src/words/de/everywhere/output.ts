import type { output as en } from '../../en/everywhere/output';

export const output: typeof en = {
  hearing: {
    missing: (name) =>
      `${name} wurde nicht gefunden. Sie hören den Kreis dort, wo Ihr System den Ton ausgibt.`,
    something: 'Ihr bisheriges Gerät',
    check: 'Prüfen, wie ich höre',
  },
};
