import type { door as en } from '../../en/circle/door';

/** What is said at the door of a running circle, and before somebody leaves it. */
export const door: typeof en = {
  waiting: {
    title: 'Estás a la puerta',
    open: 'La coordinación puede dejarte pasar.',
    closed: 'El círculo ha cerrado su puerta. Solo la coordinación puede dejarte pasar.',
    asked:
      'Se preguntará al círculo si puedes observar. Después la coordinación puede dejarte pasar.',
    sent: 'La coordinación te ha enviado a la puerta, y puede dejarte pasar de nuevo.',
    yourself: 'Tu asiento está ocupado ahora mismo. Se preguntará a quien lo ocupa si eres tú.',
    nobody:
      'No hay aquí nadie más de la coordinación. En dos minutos como mucho entrarás sin que nadie te abra; con el nombre que tenías aquí, enseguida.',
    quiet: 'Aquí nadie te oye, y tú no oyes a nadie.',
  },

  askedToLeave: {
    title: '¿Salir del círculo?',
    back: 'Has ido atrás en esta ventana. La sesión continúa mientras tanto. Si sales, tu asiento queda reservado, y el mismo enlace lleva de vuelta a él.',
    onward:
      'Has abierto otro enlace en esta ventana. La sesión continúa mientras tanto. Si sales, tu asiento queda reservado, y el enlace de este círculo lleva de vuelta a él.',
    yes: 'Salir del círculo',
    no: 'Quedarme',
  },
};
