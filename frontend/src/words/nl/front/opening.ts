import type { opening as en } from '../../en/front/opening';

export const opening: typeof en = {
  template: {
    one_case_60: 'Eén casus, 60 minuten',
    one_case_90: 'Eén casus, 90 minuten',
    two_cases_90: 'Twee casussen, 90 minuten',
    fishbowl_90: 'Fishbowl, 90 minuten',
  },

  sealing: {
    label: 'Verzegeld: de server kan niet meeluisteren',
    means: 'Daarvoor is Chrome of Edge 141, Firefox 130, Safari 17 of nieuwer nodig.',
    not: 'Voor oudere browsers. De server zou kunnen meeluisteren, en dat krijgt iedereen te lezen. Wie begeleidt, heeft Chrome of Edge 114, Firefox 125, Safari 17 of nieuwer nodig.',
    cannot:
      'Deze browser kan geen kring verzegelen. Open deze pagina via https, of in een andere browser.',
  },

  openingKey: {
    label: 'Openingssleutel',
    hint: 'Op deze server worden kringen met een sleutel geopend. Wie die beheert, kan hem je geven.',
  },

  noAnswer: 'De server heeft niet geantwoord. Probeer het zo nog eens.',
};
