import type { opening as en } from '../../en/front/opening';

export const opening: typeof en = {
  template: {
    one_case_60: 'Um caso, 60 minutos',
    one_case_90: 'Um caso, 90 minutos',
    two_cases_90: 'Dois casos, 90 minutos',
    fishbowl_90: 'Aquário, 90 minutos',
  },

  sealing: {
    label: 'Selado: o servidor não pode escutar',
    means: 'Requer Chrome ou Edge 141, Firefox 130, Safari 17, ou mais recente.',
    not: 'Para navegadores mais antigos. O servidor poderia escutar, e isso é dito a toda a gente. Quem facilita precisa de Chrome ou Edge 114, Firefox 125, Safari 17, ou mais recente.',
    cannot:
      'Este navegador não consegue selar um círculo. Abra esta página por https, ou noutro navegador.',
  },

  openingKey: {
    label: 'Chave de abertura',
    hint: 'Neste servidor, os círculos abrem-se com uma chave. Quem a guarda pode dar-lha.',
  },

  noAnswer: 'O servidor não respondeu. Tente de novo daqui a pouco, por favor.',
};
