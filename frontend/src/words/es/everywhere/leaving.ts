import type { leaving as en } from '../../en/everywhere/leaving';

/** What is said where the line to the circle ends. */
export const leaving: typeof en = {
  closed: {
    BAD_MESSAGE: {
      title: 'Esta página y el servidor no se han entendido',
      text: 'Tu asiento sigue reservado. Suele bastar con cargar la página de nuevo.',
    },
    TOO_SLOW: { title: 'La conexión era demasiado lenta', text: 'Tu asiento sigue reservado.' },
    TOO_MANY: {
      title: 'Ha sido demasiado de una vez',
      text: 'El servidor ha cortado la conexión para proteger el círculo. Tu asiento sigue reservado.',
    },
    NOT_INVITED: {
      title: 'Esta invitación no abre ningún círculo aquí',
      text: 'Puede que se haya perdido una parte del enlace. Pídelo otra vez a la coordinación.',
    },
    NO_CIRCLE: {
      title: 'Este círculo ya no está aquí',
      text: 'Su sesión ha terminado, ha cambiado de fecha o está anulada, o el círculo se abrió de nuevo o nunca se usó. Mira en tu grupo o pregunta a la coordinación.',
    },
    NAME_NEEDED: {
      title: 'El círculo necesita un nombre para ti',
      text: 'Uno por el que te conozca el grupo, de hasta 40 caracteres.',
    },
    REPLACED: {
      title: 'Tu asiento está abierto en otra ventana',
      text: 'Cada asiento es para una persona en un solo lugar, así que esta ventana queda ahora en silencio. Si no has sido tú, avisa a la coordinación, por favor.',
    },
    ENDED: {
      title: 'La sesión ha terminado',
      text: 'Gracias por haber estado. Lo que se dijo queda en el círculo; de ello no se ha guardado nada.',
    },
    GOODBYE: {
      title: 'Has salido del círculo',
      text: 'Tu asiento queda reservado. El mismo enlace lleva de vuelta a él mientras dure la sesión.',
    },
    CIRCLE_FAILED: {
      title: 'El círculo se ha detenido un momento',
      text: 'Tu asiento sigue reservado.',
    },
    MOVED: {
      title: 'El círculo está pasando a otro servidor',
      text: 'Un momento. Tu asiento sigue reservado; mientras tanto nadie te oye.',
    },
    UNINVITED: {
      title: 'Se ha retirado tu invitación',
      text: 'Este enlace ya no lleva al círculo. Si te han enviado uno nuevo, ábrelo: lleva a tu asiento. Si te sorprende, habla con la coordinación, por favor.',
    },
    NOT_ADMITTED: {
      title: 'No te han dejado pasar',
      text: 'Lo ha decidido la persona a quien pertenece este asiento, o la coordinación. Si te sorprende, habla con la coordinación, por favor.',
    },
    BUSY: {
      title: 'Ahora mismo no',
      text: 'Alguien espera a la puerta con tu enlace, o el enlace se ha abierto demasiadas veces.',
    },
    FULL: { title: 'El servidor está lleno ahora mismo', text: 'Tu asiento sigue reservado.' },
  },
  otherWindow: {
    which:
      'Cada asiento es para una persona en un solo lugar. ¿En qué ventana quieres seguir? La otra quedará en silencio.',
    here: 'Seguir en esta ventana',
    there: 'Quedarme en la otra',
    stays: 'Sigue en la otra ventana. Puedes cerrar esta.',
  },

  comeBack: 'Volver al círculo',
  takeSeatHere: 'Tomar asiento aquí',
  toFront: 'A la página de inicio',
  toGroup: 'A mi grupo',
  toConfirm: 'En la página de tu grupo confirmas quién estuvo, en un plazo de 14 días.',
};
