import type { opening as en } from '../../en/front/opening';

/** What is asked of whoever opens a circle, or a group. */
export const opening: typeof en = {
  template: {
    one_case_60: 'Un caso, 60 minutos',
    one_case_90: 'Un caso, 90 minutos',
    two_cases_90: 'Dos casos, 90 minutos',
    fishbowl_90: 'Pecera, 90 minutos',
  },

  sealing: {
    label: 'Sellado: el servidor no puede escuchar',
    means: 'Hace falta Chrome o Edge 141, Firefox 130, Safari 17, o posterior.',
    not: 'Para navegadores más antiguos. El servidor podría escuchar, y así se le dice a todo el mundo. Quien coordina necesita Chrome o Edge 114, Firefox 125, Safari 17, o posterior.',
    cannot:
      'Este navegador no puede sellar un círculo. Abre esta página por https, o en otro navegador.',
  },

  openingKey: {
    label: 'Clave de apertura',
    hint: 'En este servidor, los círculos se abren con una clave. Puede dártela quien la guarda.',
  },

  noAnswer: 'El servidor no ha respondido. Prueba de nuevo en un momento.',
};
