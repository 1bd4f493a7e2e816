import type { circle as en } from '../../en/circle/circle';
import { count, either } from '../count';

/** The people, the ring, and what each may say of themselves. */
export const circle: typeof en = {
  role: {
    facilitator: 'coordina',
    presenter: 'presenta',
    member: 'participa',
    observer: 'observa',
  },

  presence: {
    vacant: 'aún no ha llegado',
    knocking: 'a la puerta',
    here: '',
    coming_back: 'está volviendo',
    left: 'ha salido',
    uninvited: 'ya sin invitación',
  },

  leadingUnloaded:
    'No se ha podido cargar lo que aquí tiene la coordinación. El sonido y el paso siguiente funcionan sin ello.',

  connection: {
    sign: {
      connected: 'Todo conectado',
      reconnecting: 'Reconectando',
      joining: 'Conectando el sonido',
      back: 'Volviendo',
      blocked: 'Sin sonido',
      impossible: 'Sin sonido',
      moving: 'Cambio de servidor',
    },
    some: 'Con conexión',
  },

  notice: {
    ended: 'La sesión ha terminado.',
    not_here: 'Ahora mismo no estás en el círculo.',
    not_yours: 'Eso corresponde a quien tiene otro papel.',
    not_now: 'Eso no es posible ahora mismo.',
    stale: 'Alguien se ha adelantado. Así está ahora.',
    no_such_step: 'El plan no tiene ese paso.',
    no_presenter: 'Para un caso hace falta primero alguien que presente.',
    out_of_bounds: 'Un paso no puede tener tantos minutos, ni tan pocos.',
    already: 'Eso ya es así.',
    no_such_person: 'Esa persona no está ahora mismo en el círculo.',
    no_consent: 'Esa persona no ha ofrecido un caso. Pregúntale antes.',
    not_agreed: 'Todavía no ha aceptado todo el círculo.',
    case_has_begun: 'El caso ha empezado.',
    is_presenter: 'Esa persona presenta el caso en curso. Termina antes el caso.',
    sitting_back:
      'Mientras estás a la escucha, nadie te oye. Podrás hablar de nuevo cuando regreses.',
    silenced: 'La coordinación te ha silenciado. Podrás hablar de nuevo cuando lo permita.',
    uninvited: 'Se ha retirado su invitación.',
    not_kept:
      'Ahora mismo no se ha podido guardar, así que no se ha hecho. El círculo sigue como estaba. Prueba de nuevo en un momento.',
    line_lost:
      'Tu conexión aún no ha vuelto, así que eso no se ha hecho. Prueba de nuevo en un momento.',
    sealed_anew:
      'Ahora mismo no se ha podido sellar tu voz, así que ya no se envía. La página empieza de nuevo: espera a que diga que se te oye.',
    unanswered:
      'Tu conexión se cortó antes de que llegara la respuesta. Cuando vuelva, mira si se ha hecho.',
  },
  waitsForAnswer: 'A la espera de la respuesta del servidor.',

  circle: {
    here: 'El círculo',
    ring: 'Quienes están en el círculo',
    observers: 'Observan',
    you: 'tú',
    offer: {
      none: '',
      standing: 'tiene un caso',
      next_time: 'un caso para más tarde',
    },
    wishes: 'quisiera hablar',
    inDebrief: 'en la sala de coordinación',
    lingering: 'en la sala del círculo',
    asked: 'se le ha pedido que presente',
    formerly: (name: string) => `antes: ${name}`,
    noSound: 'sin sonido',
    satBack: 'a la escucha, fuera del círculo',
    leave: 'Salir',
    plan: 'Los pasos de la sesión',
    stepOf: (n: number, all: number) => `Paso ${n} de ${all}`,
    minutesShort: (n: number) => `${n} min`,
    empty: (n: number) =>
      `${either(n, 'Queda', 'Quedan')} ${count(n, 'silla vacía', 'sillas vacías')}.`,
    onlyListening: 'Solo escuchas',
    showTime: 'Mostrar el tiempo',
    hideTime: 'Ocultar el tiempo',
    notHeardYet: 'aún no ha hablado',
    timeIsUp: 'El tiempo de este paso se ha cumplido. No hay prisa.',
    over: 'de más',
    paused: 'reloj en pausa',
    timeLeft: 'Tiempo que queda en este paso',
    yourPart: 'Tu papel',
    sound: 'Sonido',
    soundTitle: 'Sonido y micrófono',
  },

  cases: {
    offer: 'Tengo un caso',
    withdraw: 'Retirar mi caso',
    offered: 'Solo la coordinación ve que tienes un caso.',
    offeredToAll: 'El círculo sabe que tienes un caso.',
    nextTime: 'Se ha elegido otro caso. El tuyo todavía se puede elegir.',
    named: 'Presentarás el próximo caso.',
    asked: 'La coordinación te pregunta si presentarías un caso.',
    accept: 'Sí, presento',
    decline: 'Esta vez no',
  },

  otherDevice: {
    title: 'Tu enlace se ha abierto otra vez',
    opened: (name: string) => `${name} ha abierto tu enlace en otro dispositivo.`,
    isItYou: '¿Eres tú? Si no respondes, se le preguntará a la coordinación.',
    askedAlone: '¿Eres tú? Si no respondes en 15 segundos, tu asiento pasa a ese dispositivo.',
    yes: 'Sí, paso a ese dispositivo',
    no: 'No, no soy yo',
  },

  news: {
    make: 'Tengo noticias',
    takeBack: 'Al final, sin noticias',
    sign: 'tiene noticias',
  },

  wish: {
    make: 'Quisiera hablar',
    takeBack: 'Retirar mi petición',
  },

  presenter: {
    needPause: 'Necesito una pausa',
    pauseNeeded: 'Se avisa a la coordinación de que necesitas una pausa.',
    pauseWaits: 'La primera persona de la coordinación que vuelva sabrá que necesitas una pausa.',
    pauseSeen: 'La coordinación ha visto que necesitas una pausa.',
    askToSpeak: '¿Puedo decir algo?',
    wordAsked: 'Has pedido la palabra a la coordinación.',
    wordDeclined: 'La coordinación ha visto que pides la palabra: ahora no.',
  },
};
