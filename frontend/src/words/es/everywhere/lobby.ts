import type { lobby as en } from '../../en/everywhere/lobby';

/** What somebody reads before they enter. */
export const lobby: typeof en = {
  lobby: {
    title: 'Toma asiento',
    titleBack: 'Tu asiento sigue reservado',
    intro: 'Este enlace es solo tuyo: lleva a un asiento del círculo, y siempre al mismo.',
    introBack:
      'Estabas aquí hace un momento y vuelves como la misma persona. Tu micrófono solo está abierto si lo dejaste abierto.',
    name: 'Tu nombre, tal como te conoce el grupo',
    nameMissing: 'Por favor, dile tu nombre al círculo.',
    openMicrophone: 'Entrar con el micrófono abierto',
    join: 'Entrar en el círculo',
    joinBack: 'Volver al círculo',
    joining: 'Buscando tu asiento',
    unreached: 'Todavía no se puede llegar al círculo',
    again: 'La página lo sigue intentando.',
    looking: 'Buscando tu círculo',
    waitsForFrame: 'Podrás entrar en cuanto esta página haya leído lo que acuerda el círculo.',
    agreeing: 'Al entrar, lo aceptas.',
  },

  seal: {
    is: 'Sellado: el servidor no puede escuchar',
    sent: 'Sellado, pero el servidor ha tenido la clave',
    not: 'Sin sellar: el servidor podría escuchar.',
    refused: 'Todavía no puedes entrar',
  },

  frame: {
    title: 'Lo que acordamos',
    invitedAs: {
      facilitator: 'Te invitamos a coordinar.',
      presenter: 'Te invitamos a participar.',
      member: 'Te invitamos a participar.',
      observer: 'Te invitamos a observar: lo oyes todo y nadie te oye.',
    },
    about:
      'En un círculo Balint, alguien del grupo habla de su paciente y luego pasa a la escucha. El resto dice lo que imagina y lo que siente. Nadie aconseja, enseña ni juzga, y no hay nada que resolver.',
    confidence: 'Lo que se dice en el círculo queda en el círculo.',
    unread:
      'Ahora mismo no se puede leer lo que acuerda este círculo. La página lo sigue intentando.',
    nothingKept: 'Nunca se graba nada.',
    alone: 'Busca un lugar donde estés a solas y nadie más pueda oír.',
    headphones: 'Usa auriculares, si puedes.',
    sitBack: {
      enforced: null,
      soft: 'A quien pasa a la escucha no se le oye; puede pedir la palabra a la coordinación.',
      off: 'Quien pasa a la escucha saca la silla del círculo y conserva su voz.',
    },
    fishbowl: 'Durante un caso habla un círculo interior, y uno exterior solo escucha.',
    observersAsked: 'Antes de que entres se pregunta a todo el círculo.',
    chosen: {
      offers_seen_by_all: 'Todo el círculo ve quién tiene un caso',
      digits_for_all: 'Todo el círculo ve los minutos',
      knocking: 'Cada participante llama a la puerta, y se le abre',
    },
    knocks: 'Esperas a la puerta hasta que la coordinación te deje pasar.',
  },
};
