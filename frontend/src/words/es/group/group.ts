import type { group as en } from '../../en/group/group';
import { count } from '../count';

/** A standing group, as every one of its people sees it. */
export const group: typeof en = {
  looking: 'Buscando tu grupo',
  kept: 'Guardado.',
  asking: 'A la espera del servidor',
  unreachable:
    'El servidor no ha respondido. Si esto se ha guardado, se verá en esta página en cuanto vuelva a responder.',
  unread:
    'El servidor no responde ahora mismo. Lo que ves es lo que había antes; la página lo sigue intentando.',
  notRead: 'Tu grupo no se puede leer ahora mismo',
  goesOn: 'No se ha perdido nada. La página lo sigue intentando.',
  again: 'Probar ahora',
  you: (name: string, role: string) => `Tu nombre aquí es ${name}; tu papel: ${role}.`,
  role: {
    facilitator: 'coordina',
    presenter: 'participa',
    member: 'participa',
    observer: 'observa',
  },

  closed: {
    not_invited: {
      title: 'Este enlace no abre ningún grupo',
      text: 'Puede que se haya renovado o retirado, que su sesión se haya anulado o haya pasado, o que una parte se haya perdido por el camino. Abrirlo no ha cambiado nada. Pide tu enlace a la coordinación del grupo.',
    },
    erased: {
      title: 'Este grupo ya no está aquí',
      text: 'Se borró, con todo lo que se guardaba de él. Lo que descargaste sigue contigo. Si no lo esperabas, pregunta a la coordinación del grupo.',
    },
    left: {
      title: 'Has dejado el grupo',
      text: 'Tu nombre se ha quitado y tu enlace ya no abre el grupo. Tus minutos quedan en sus registros, sin nombre.',
    },
  },

  unkept: {
    title: '¿Salir de esta página?',
    text: 'Algo de lo que has escrito aquí todavía no se ha guardado. Si sales, se pierde.',
    yes: 'Salir de la página',
    no: 'Quedarme aquí',
  },

  meeting: {
    next: 'La próxima sesión',
    today: 'Ya puedes entrar',
    none: 'No hay ninguna fecha prevista.',
    others: 'Otras fechas',
    on: (day: string, hours: string) => `${day}, ${hours}`,
    there: (place: string, day: string, hours: string) => `En ${place}: ${day}, ${hours}`,
    odd: {
      skipped:
        'A esta hora se adelantan los relojes, así que la sesión empieza más tarde en la misma medida.',
      twice: 'A esta hora se atrasan los relojes, así que llega dos veces: vale la primera.',
    },
    moved: 'Esta fecha se ha cambiado.',
    cancelled: 'Esta fecha se ha anulado.',
    enter: 'Entrar en la sesión',
    opens: 'Puedes entrar desde 30 minutos antes del comienzo.',
    acceptFirst: 'Podrás entrar en cuanto aceptes lo que acuerda el grupo.',
    absent: 'No puedo venir',
    absentOn: (day: string) => `No puedo venir el ${day}`,
    comes: 'Al final sí puedo venir',
    comesOn: (day: string) => `Al final sí puedo venir el ${day}`,
    saidAbsent: 'Has dicho que no puedes venir.',
    sayAgain:
      'La fecha se cambió después de que dijeras que no puedes venir. Si tampoco puedes venir en el nuevo horario, dilo otra vez, por favor.',
    noReason: 'No se pregunta el motivo. La coordinación lo ve, y puedes retirarlo.',
  },

  guests: {
    member: (name: string) => `${name} quisiera venir de visita.`,
    observer: (name: string) => `${name} quisiera observar: oír, sin intervenir.`,
    all: 'Solo entra si aceptan todas las personas que vienen.',
    first:
      'Dijiste que no podías venir, así que el resto del grupo aceptó sin ti. Podrás entrar en cuanto aceptes tú también.',
    agree: (name: string) => `Acepto a ${name}`,
    agreed: (name: string) => `Aceptas a ${name}.`,
    takeBack: 'Retirar mi consentimiento',
  },

  terms: {
    isNew:
      'Lee esto y acéptalo si te parece bien. Entonces podrás entrar en las sesiones del grupo.',
    accept: 'Lo acepto',
    quorum: (n: number) => `Nos reunimos si ${n} o más podemos venir.`,
    closed: 'Somos siempre las mismas personas.',
    open: 'Pueden sumarse personas nuevas.',
    kept: (n: number) =>
      `Quién estuvo, y cuánto tiempo, se guarda ${count(n, 'mes', 'meses')}, para los certificados. Las ausencias anunciadas se guardan hasta 30 días después de la sesión.`,
    fairTurn:
      'Si todo el grupo acepta, se anota la fecha en que cada persona presentó por última vez.',
    endCard: 'Tras una sesión, cada persona puede decir, sin dar su nombre, cómo fue.',
    quarterly:
      'Una vez al trimestre, cada persona puede decir, sin dar su nombre, cómo le va en el trabajo.',
  },

  calendar: {
    title: 'En mi calendario',
    download: 'Descargar las fechas',
    follows: 'Una dirección a la que se suscribe mi calendario',
    means:
      'Tu calendario lee ahí las fechas, y ve si alguna se cambia o se anula. Esta dirección no abre ninguna sesión: guárdala para ti.',
    make: 'Crear la dirección',
    show: 'Mostrar la dirección',
    renew: 'Crear una dirección nueva',
    renewMeans: 'La dirección anterior deja entonces de funcionar.',
    copy: 'Copiar la dirección',
  },

  attendance: {
    title: 'Mi asistencia',
    none: 'Todavía no ha habido ninguna sesión.',
    minutes: (n: number) => count(n, 'minuto', 'minutos'),
    notThere: 'sin asistencia',
    confirmed: 'confirmada',
    unconfirmed: 'aún sin confirmar',
    lapsed: 'no se confirmó a tiempo',
    corrected: 'corregida',
    inPerson: 'presencial',
    certificate: 'Certificado de asistencia',
    onlyConfirmed: 'Recoge las sesiones que la coordinación ha confirmado.',
    from: 'Desde',
    until: 'Hasta',
    number: 'Tu número de colegiación u otro, si lo piden',
    numberMeans: 'Se imprime en el certificado, y no se guarda en ningún sitio.',
    download: 'Descargar el certificado',
    print: 'Imprimirlo desde aquí',
    takeFirst:
      'Los certificados y los registros hay que descargarlos antes. Después ya no es posible.',
    noSpan: 'El primer día es posterior al último. Elígelos de nuevo, por favor.',
  },

  cards: {
    meeting: '¿Cómo ha sido esta sesión para ti?',
    choices: ['Me llevo mucho', 'Me llevo algo', 'Me llevo poco', 'Me ha resultado difícil'],
    counts: 'Cómo fue la sesión',
    anonymous: (quarterly) =>
      `Nadie del grupo ve quién respondió qué. Los recuentos se muestran una sola vez, ${quarterly ? 'pasado el trimestre' : 'pasados dos días'}, y solo si han respondido cinco personas o más. Hasta entonces el servidor guarda los recuentos y quién ha respondido: quien lo gestiona podría deducir quién respondió qué.`,
    /** The single item of the Physician Work Life Study, translated as closely as Spanish allows. */
    quarter:
      'En conjunto, según tu definición de desgaste profesional (burnout), ¿cómo valorarías tu nivel de desgaste?',
    quarterly: [
      'Disfruto de mi trabajo. No tengo síntomas de desgaste.',
      'De vez en cuando tengo estrés, y no siempre tengo tanta energía como antes, pero no siento desgaste.',
      'Sin duda me estoy desgastando y tengo uno o más síntomas de desgaste, como agotamiento físico y emocional.',
      'Los síntomas de desgaste que tengo no desaparecen. Pienso mucho en la frustración en el trabajo.',
      'Siento un desgaste total y a menudo me pregunto si puedo seguir. He llegado a un punto en que quizá necesite algunos cambios o buscar algún tipo de ayuda.',
    ],
    quarterTitle: 'Cómo va el trabajo',
    quarterOf: (quarter: string) => `El trimestre ${quarter}`,
    answer: 'Dar esta respuesta',
    answered: 'Has respondido. Gracias.',
    times: (choice: string, n: number) => `${choice}: ${n}`,
  },

  turns: {
    title: 'Cuándo presenté por última vez',
    share: 'Anotar la fecha cuando presento',
    means:
      'Empieza cuando acepta todo el grupo. Tú ves tu fecha, y la coordinación también la ve; si ese día hubo un solo caso, la fecha revela que era tuyo. Si lo retiras, desaparece.',
    last: (day: string) => `Presentaste por última vez el ${day}.`,
    never: 'No has anotado ninguna presentación.',
    waits:
      'Todavía no ha aceptado todo el grupo, así que no se anota nada, y las fechas ya anotadas no se muestran.',
    presented: 'He presentado en esta sesión',
  },

  cases: {
    title: 'Casos anteriores',
    means:
      'De cada caso se guardan aquí su número y su fecha, nunca lo que se contó. Marca los que presentaste: eso solo lo guarda este navegador.',
    of: (number: number, day: string) => `Caso ${number}, ${day}`,
    older: 'Casos más antiguos',
  },

  mail: {
    title: 'Mi correo',
    means:
      'Se te escribe cuando una fecha del grupo se cambia o se anula, y un enlace perdido se te puede enviar de nuevo. Nadie del grupo ve tu dirección.',
    address: 'Tu dirección de correo',
    given: (address: string) => `El correo va a ${address}.`,
    note: 'Enviarme un código',
    codeSent: (address: string) =>
      `Un código va de camino a ${address}. Escríbelo aquí antes de un día: hasta entonces no se envía nada más a esa dirección. Si no llega, mira en el correo no deseado.`,
    code: 'El código',
    prove: 'Esta dirección es mía',
    wrongCode: 'Ese no es el código. Hay cinco intentos en total.',
    codeOver:
      'El código fue incorrecto cinco veces y ya no se acepta. Puedes dar ahora otra dirección, o esta de nuevo dentro de 24 horas.',
    erase: 'No escribirme más',
  },

  myself: {
    title: 'Este navegador y yo',
    link: 'Mi enlace personal',
    linkMeans:
      'Es solo tuyo, para todas las sesiones: quien lo tiene entra como si fueras tú. Ábrelo en tus otros dispositivos y no lo envíes a nadie más.',
    copyLink: 'Copiar mi enlace',
    linkAsQr: 'Código QR de mi enlace',
    remember: 'Recordar este grupo en este navegador',
    rememberMeans:
      'Entonces la página de inicio te lleva a él sin tu enlace. No lo hagas en un dispositivo compartido.',
    rememberKey: 'Con él se guarda la clave de tus sesiones selladas.',
    safari: 'Safari lo olvida tras una semana sin visitas: guarda también tu enlace.',
    forget: 'Olvidar este grupo en este navegador',
    notRemembered:
      'Este navegador no guarda nada para esta página. Ten tu enlace donde puedas encontrarlo.',
    export: 'Descargar lo que se guarda de mí',
    leave: 'Quitar mi nombre del grupo',
    leaveTitle: '¿Dejar el grupo?',
    leaveText:
      'Tu nombre se quita y tu enlace deja de funcionar. Tus minutos quedan en los registros, sin nombre. La coordinación puede invitarte de nuevo.',
    leaveYes: 'Dejar el grupo',
    leaveNo: 'Quedarme',
  },

  people: {
    title: 'Quiénes somos',
  },

  guest: {
    title: (group: string) => `Una sesión de «${group}»`,
    invited: {
      facilitator: 'Te invitamos.',
      presenter: 'Te invitamos.',
      member: 'Te invitamos a venir de visita, solo a esta sesión.',
      observer: 'Te invitamos a observar solo esta sesión: tú oyes, y nadie te oye.',
    },
    agreed: 'Podrás entrar si han aceptado todas las personas que vienen.',
    waits: 'La sesión anterior aún no ha terminado. Podrás entrar cuando termine.',
    over: 'Ya ha pasado el momento de entrar en esta sesión. Si te invitan otra vez, recibirás otro enlace.',
  },

  key: {
    missing: (leads) =>
      `Las sesiones de este grupo están selladas, y tu enlace ha perdido su clave: la parte que va tras ~. Abre el enlace tal como te llegó, o pide ${leads ? 'a quien coordina contigo' : 'a la coordinación'} que te lo envíe de nuevo. Tus fechas y tu asistencia están aquí de todos modos.`,
    broken: (leads) =>
      `Las sesiones de este grupo están selladas, y la clave de tu enlace no es correcta: falta un carácter, o hay uno equivocado. Copia otra vez el enlace entero, o pide ${leads ? 'a quien coordina contigo' : 'a la coordinación'} que te lo envíe de nuevo. Tus fechas y tu asistencia están aquí de todos modos.`,
    other: (leads) =>
      `Las sesiones de este grupo están selladas, y tu enlace tiene la clave de otro grupo, o una anterior de este. Pide ${leads ? 'a quien coordina contigo' : 'a la coordinación'} que te envíe de nuevo tu enlace. Tus fechas y tu asistencia están aquí de todos modos.`,
    sent: (leads) =>
      `La clave de tu enlace se ha enviado al servidor, porque el enlace se reescribió por el camino. Quien gestiona el servidor podría escuchar. ${leads ? 'Para mayor seguridad, da otra clave al grupo, y envía los enlaces por otra vía.' : 'Pide a la coordinación que dé otra clave al grupo.'}`,
    unable: () =>
      'Las sesiones de este grupo están selladas, y aquí esta página no puede leer claves: hace falta un navegador más reciente y una dirección que empiece por https.',
  },
};
