import type { opening as en } from '../../en/front/opening';

/** What is asked of whoever opens a circle, or a group. */
export const opening: typeof en = {
  template: {
    one_case_60: 'Un caso, 60 minuti',
    one_case_90: 'Un caso, 90 minuti',
    two_cases_90: 'Due casi, 90 minuti',
    fishbowl_90: 'Fishbowl, 90 minuti',
  },

  sealing: {
    label: 'Sigillato: il server non può ascoltare',
    means: 'Servono Chrome o Edge 141, Firefox 130, Safari 17, o versioni successive.',
    not: 'Per browser meno recenti. Il server potrebbe ascoltare, e lo si dice a tutto il cerchio. A chi conduce servono Chrome o Edge 114, Firefox 125, Safari 17, o versioni successive.',
    cannot:
      'Questo browser non può sigillare un cerchio. Apri questa pagina con https, o in un altro browser.',
  },

  openingKey: {
    label: 'Chiave di apertura',
    hint: 'Su questo server i cerchi si aprono con una chiave. Può dartela chi la custodisce.',
  },

  noAnswer: 'Il server non ha risposto. Riprova tra un momento.',
};
