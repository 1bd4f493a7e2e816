import type { mySwitch as en } from '../../en/circle/my-switch';
import { leaving } from '../everywhere/leaving';
import { microphone } from '../everywhere/microphone';

/** One's own microphone: whether one is heard, why not, and what can be done about it. */
export const mySwitch: typeof en = {
  mine: {
    ...microphone.mine,

    blocked: {
      is: 'El sonido no pasa',
      means:
        'No oyes a nadie, y nadie te oye. Es probable que esta red o una VPN no deje pasar el sonido. Prueba otra red (por ejemplo, la de un teléfono) o apaga la VPN; en un centro sanitario, la prueba de la conexión dice qué hay que pedir. La página lo sigue intentando.',
    },
    joining: { is: 'El sonido se está conectando', means: 'Todavía nadie te oye.' },
    reconnecting: {
      is: 'Tu conexión está volviendo',
      means: 'Si es posible, el sonido continúa. Tu asiento sigue reservado.',
    },
    back: {
      is: 'Estás volviendo',
      means: 'Tu asiento sigue reservado. Mientras tanto nadie te oye.',
    },
    moving: { is: leaving.closed.MOVED.title, means: leaving.closed.MOVED.text },

    observing: { is: 'Estás observando', means: 'Nadie te oye.' },
    outside: { is: 'Escuchas', means: 'Se oye al círculo interior.' },
    sitting_back: { is: 'Estás a la escucha', means: 'Nadie puede oírte hasta que regreses.' },
    silenced: {
      is: 'La coordinación te ha silenciado',
      means: 'Podrás hablar de nuevo cuando lo permita.',
    },

    opens_with_floor: {
      is: 'Estás escuchando',
      means: 'Se te oirá de nuevo cuando puedas hablar.',
    },
    stays_closed: {
      is: 'Estás escuchando',
      means: 'Tu micrófono seguirá cerrado hasta que lo abras.',
    },
    closed: { is: 'Tu micrófono está cerrado', means: 'Ábrelo cuando quieras hablar.' },
    unconnected: { is: 'El sonido se está conectando', means: 'Todavía nadie te oye.' },
    away: { is: 'Estás en camino', means: 'Todavía nadie te oye.' },
    unsent: {
      is: 'Tu voz no se está enviando',
      means: 'Nadie te oye. La página lo sigue intentando.',
    },
    alone: {
      is: 'Estás aquí a solas',
      means: 'Tu micrófono está abierto: quien venga te oirá.',
    },
    unheard: {
      is: 'Aquí nadie tiene sonido todavía',
      means: 'Todavía nadie te oye. Tu micrófono está abierto.',
    },
    heard: { is: 'El círculo te oye', means: 'Tu micrófono está abierto.' },
    heard_in_debrief: {
      is: 'El resto de la coordinación te oye',
      means: 'Tu micrófono está abierto.',
    },
  },

  does: {
    open: 'Abrir mi micrófono',
    close: 'Cerrar mi micrófono',
    open_later: 'Abrir mi micrófono cuando pueda hablar',
    close_later: 'Mantener mi micrófono cerrado',
    retry: microphone.tryAgain,
    replace: 'Usar otro micrófono',
  },

  weakLine: {
    heard: 'Tu conexión se corta a ratos: puede que no se oiga todo lo que dices.',
    hears: 'Tu conexión se corta a ratos: puede que no oigas todo lo que se dice.',
    both: 'Tu conexión se corta a ratos: pueden perderse palabras en ambos sentidos.',
    slow: 'Tu conexión es lenta: las palabras llegan tarde.',
  },

  heardWithQuestions: 'Se te oirá de nuevo cuando empiecen las preguntas.',
  readyForReturn:
    'Nadie puede oírte hasta que regreses. Tu micrófono se prepara para entonces; no se envía nada.',
  speaksClosed: 'Hablas, pero tu micrófono está cerrado.',
};
