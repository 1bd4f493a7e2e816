import type { demo as en } from '../../en/server/demo';

export const demo: typeof en = {
  demo: {
    title: 'Synthetische kring',
    synthetic: 'synthetisch',
    sentence:
      'Dit is een demonstratie. Wie als synthetisch is aangeduid, is een computerstem; de patiënte en de casus zijn verzonnen. De stemmen zijn hier niet end-to-end verzegeld: deze server zou ze kunnen horen. Vertel dus over niemand die bestaat.',
  },
};
