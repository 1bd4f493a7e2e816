import type { microphone as en } from '../../en/everywhere/microphone';

/** A microphone that is tried, and what can be amiss with it. */
export const microphone: typeof en = {
  mine: {
    waiting: {
      is: 'A la espera de tu micrófono',
      means: 'Si el navegador te lo pide, da permiso. Hasta entonces nadie te oye.',
    },
    denied: {
      is: 'El navegador no da acceso al micrófono',
      means:
        'Permítelo en la barra de direcciones o en los ajustes de tu dispositivo. Aun así puedes escuchar.',
    },
    busy: {
      is: 'Tu micrófono no se puede usar',
      means: 'Quizá lo tenga otro programa. Ciérralo, o elige otro micrófono.',
    },
    none: {
      is: 'No se ha encontrado ningún micrófono',
      means: 'Conecta uno. También puedes escuchar sin él.',
    },
    insecure: {
      is: 'En esta dirección no hay micrófono',
      means:
        'Empieza por http: los navegadores solo dan acceso al micrófono con https. Aun así puedes escuchar.',
    },
    withheld: {
      is: 'Esta aplicación no da acceso al micrófono',
      means:
        'Copia tu enlace del mensaje en que venía y ábrelo en el navegador. Aun así puedes escuchar.',
    },
    ended: {
      is: 'Tu micrófono ya no está',
      means: 'Nadie te oye. Vuelve a conectarlo, o usa otro.',
    },
    opening: { is: 'Tu micrófono se está iniciando', means: 'Todavía nadie te oye.' },
    switched_off: {
      is: 'Tu micrófono está apagado',
      means: 'No aquí: en los auriculares, en tu navegador o en tu sistema. Nadie te oye.',
    },
    silent: {
      is: 'Tu micrófono no da sonido',
      means: '¿Está apagado el propio micrófono? Si no, elige otro.',
    },
    impossible: {
      is: 'Este navegador no transmite sonido',
      means:
        'No oyes a nadie, y nadie te oye. Abre tu enlace en otro navegador. Si aquí un ajuste o una extensión impide las llamadas, permítelas y carga la página de nuevo.',
    },
  },
  tryAgain: 'Probar de nuevo',
  weakLineHelp: 'Acércate a la wifi o usa un cable; detén descargas y vídeos.',

  unfollowed: {
    instead:
      'No se ha encontrado el último micrófono que usaste. Se ha seleccionado otro en su lugar.',
    kept: 'Ese micrófono no se puede usar ahora mismo. Sigues con el de antes.',
  },

  check: {
    start: 'Probar mi micrófono',
    choose: 'Micrófono',
    unnamed: (n: number) => `Micrófono ${n}`,
    twin: (label: string, n: number) => `${label} (${n})`,
    level: 'Con qué fuerza te oye tu micrófono',
    say: 'Di algo: la barra debería moverse.',

    line: 'Probar mi conexión',
    lineAgain: 'Probar mi conexión otra vez',
  },
};
