import type { demo as en } from '../../en/server/demo';

export const demo: typeof en = {
  demo: {
    title: 'Künstlicher Kreis',
    synthetic: 'künstlich',
    sentence:
      'Dies ist eine Vorführung. Wer als künstlich bezeichnet ist, ist eine Computerstimme; Patientin und Fall sind erfunden. Die Stimmen sind hier nicht von Ende zu Ende versiegelt: Dieser Server könnte sie hören. Erzählen Sie also von niemandem, den es gibt.',
  },
};
