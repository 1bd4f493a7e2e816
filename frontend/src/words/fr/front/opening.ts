import type { opening as en } from '../../en/front/opening';

export const opening: typeof en = {
  template: {
    one_case_60: 'Un cas, 60\u00a0minutes',
    one_case_90: 'Un cas, 90\u00a0minutes',
    two_cases_90: 'Deux cas, 90\u00a0minutes',
    fishbowl_90: 'Grand groupe, 90\u00a0minutes',
  },

  sealing: {
    label: 'Scellé\u00a0: le serveur ne peut pas écouter',
    means: 'Il faut Chrome ou Edge 141, Firefox 130, Safari 17, ou plus récent.',
    not: 'Pour les navigateurs plus anciens. Le serveur pourrait écouter, et on le dit à tout le monde. Pour animer, il faut Chrome ou Edge 114, Firefox 125, Safari 17, ou plus récent.',
    cannot:
      'Ce navigateur ne peut pas sceller un cercle. Ouvrez cette page en https, ou dans un autre navigateur.',
  },

  openingKey: {
    label: 'Clé d’ouverture',
    hint: 'Sur ce serveur, on ouvre les cercles avec une clé. La personne qui en a la garde peut vous la donner.',
  },

  noAnswer: 'Le serveur n’a pas répondu. Réessayez dans un instant.',
};
