import type { mail as en } from '../../en/server/mail';

export const mail: typeof en = {
  mail: {
    dateChanged: (group) => `${group}: ha cambiado una fecha`,
    dates: (group) => `${group}:`,
    cancelled: (when) => `Se anula la sesión del ${when}.`,
    moved: (before, now) => `La sesión del ${before} pasa al ${now}.`,
    takes: (when, minutes) => `La sesión del ${when} dura ahora ${minutes} minutos.`,
    when: (day, time, zone) => `${day}, ${time} (${zone})`,
    showsAll: 'Tu enlace personal muestra todas las fechas.',
    fewSubject: (group) => `${group}: pueden venir pocas personas`,
    few: (when, expected, quorum) =>
      `La sesión del ${when}: personas que pueden venir, ${expected}; el acuerdo es reunirse a partir de ${quorum} personas.`,
    fewShows:
      'Tu enlace personal muestra quién no puede venir. Este aviso se envía una sola vez por fecha.',
    unconfirmedSubject: (group) => `${group}: una sesión está sin confirmar`,
    unconfirmed: (when, until) =>
      `La sesión del ${when} se puede confirmar hasta el ${until}. Si no, no figura en ningún certificado.`,
    unconfirmedShows:
      'Tu enlace personal lleva adonde confirmas quién estuvo. Este aviso se envía una sola vez por sesión.',
    renewed:
      'Alguien que tenía tu enlace a este grupo, probablemente tú, lo ha renovado. El anterior ya no abre nada. Si no has sido tú, pide desde la página de inicio que se te vuelva a enviar el enlace a esta dirección, y créate otro de inmediato.',
    link: 'Tu enlace a tu grupo Balint',
    asked: 'Alguien, probablemente tú, ha vuelto a pedir este enlace.',
    noKey:
      'Las voces de este grupo están selladas y ningún correo lleva su clave: abre este enlace en un navegador que recuerde este grupo, o pide el enlace entero a la coordinación.',
    yoursAlone: 'Es solo para ti: no se lo des a nadie.',
    takeBack:
      'Esta dirección la diste tú al grupo. En su página puedes retirarla en cualquier momento.',
    codeSubject: 'El código para tu dirección',
    code: (code) => `El código es ${code}.`,
    codeMeans:
      'Alguien, probablemente tú, ha dado esta dirección en la página de su grupo, para recibir los mensajes del grupo. Escribe el código en esa página; es válido durante un día.',
    notYou:
      'Si no has sido tú, no hagas nada: a esta dirección no llegará nada más que códigos como este, y la dirección se olvidará.',
  },
};
