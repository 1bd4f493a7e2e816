import type { opening as en } from '../../en/front/opening';

/** What is asked of whoever opens a circle, or a group. */
export const opening: typeof en = {
  template: {
    one_case_60: 'Jeden przypadek, 60 minut',
    one_case_90: 'Jeden przypadek, 90 minut',
    two_cases_90: 'Dwa przypadki, 90 minut',
    fishbowl_90: 'Fishbowl, 90 minut',
  },

  sealing: {
    label: 'Zapieczętowane głosy: serwer nie może słuchać',
    means: 'Wymaga przeglądarki Chrome lub Edge 141, Firefox 130, Safari 17 albo nowszej.',
    not: 'Dla starszych przeglądarek. Serwer mógłby słuchać i wszyscy się o tym dowiadują. Do prowadzenia potrzebna jest przeglądarka Chrome lub Edge 114, Firefox 125, Safari 17 albo nowsza.',
    cannot:
      'Ta przeglądarka nie może zapieczętować kręgu. Otwórz stronę przez https albo w innej przeglądarce.',
  },

  openingKey: {
    label: 'Klucz otwarcia',
    hint: 'Na tym serwerze kręgi otwiera się kluczem. Da ci go osoba, która nim zarządza.',
  },

  noAnswer: 'Serwer nie odpowiedział. Spróbuj za chwilę ponownie.',
};
