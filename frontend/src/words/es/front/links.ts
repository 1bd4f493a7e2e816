import type { links as en } from '../../en/front/links';

/** How somebody joins, at the end of every invitation. */
const HOW_TO_JOIN =
  'Para entrar, abre el enlace en un equipo o un teléfono con micrófono. Mejor con auriculares. Busca un lugar tranquilo donde estés a solas. No hace falta crear una cuenta ni instalar nada.';

const invitation =
  (invited: (title: string) => string) =>
  (title: string, sentence: string, link: string): string =>
    [
      invited(title),
      `Nunca se graba nada, y esto es lo que acordamos: ${sentence}`,
      `Tu enlace personal, solo para ti:\n${link}`,
      HOW_TO_JOIN,
    ].join('\n\n');

/** Giving a circle's links away. */
export const links: typeof en = {
  links: {
    title: 'Tu círculo está listo',
    explain: 'Cada enlace es el asiento de una persona. Da a cada persona el suyo, y ningún otro.',
    kept: 'Los enlaces se guardan en este navegador, y en ningún otro sitio, hasta que digas que están todos repartidos. Safari los olvida tras una semana sin visitas: repártelos antes. En un equipo compartido, elige «Olvidar los enlaces aquí» antes de irte.',
    notKept:
      'Este navegador no guarda nada para esta página, así que los enlaces solo están aquí. Cópialos antes de cerrarla o recargarla.',
    until: (time: string) =>
      `Alguien tiene que entrar una vez, aunque sea un momento, antes de esta hora: ${time}. Entonces el círculo espera a su sesión. Si nadie entra, se acaba.`,
    own: 'Tu asiento',
    ownMeans: 'Este enlace es tuyo, así que no figura en ninguna lista de abajo.',
    takeSeat: 'Tomar mi asiento',
    group: {
      facilitator: 'Coordinan',
      member: 'Participan',
      observer: 'Observan',
    },
    seat: (n: number) => `Asiento ${n}`,
    line: (n: number, link: string) => `Asiento ${n}: ${link}`,
    whose: '¿Para quién?',
    whoseSeat: (n: number) => `¿Para quién es el asiento ${n}?`,
    whoseMeans:
      'Los nombres que escribas aquí son solo para ti: se quedan en este navegador y no figuran en ninguna invitación.',
    copyInvitation: 'Copiar la invitación',
    copyInvitationFor: (n: number) => `Copiar la invitación del asiento ${n}`,
    copyFacilitators: 'Copiar los enlaces para coordinar',
    copyOthers: 'Copiar todos los enlaces para participar u observar',
    copyMembers: 'Copiar todos los enlaces para participar',
    more: 'Enlace, correo, código QR',
    moreFor: (n: number) => `Enlace, correo y código QR del asiento ${n}`,
    copyLink: 'Copiar solo el enlace',
    copyLinkFor: (n: number) => `Copiar solo el enlace del asiento ${n}`,
    share: 'Compartir',
    shareFor: (n: number) => `Compartir la invitación del asiento ${n}`,
    mail: 'Escribir un correo',
    mailFor: (n: number) => `Escribir un correo con la invitación del asiento ${n}`,
    qrFor: (n: number) => `Código QR del enlace del asiento ${n}`,
    qrFailed: 'El código QR no se ha podido dibujar. El enlace de arriba es el mismo.',
    forget: 'Todo repartido: olvidar los enlaces aquí',
    forgetTitle: '¿Olvidar los enlaces en este navegador?',
    forgetText:
      'Nadie podrá volver a mostrarlos. El círculo sigue abierto, y cada enlace que hayas dado sigue abriendo su asiento.',
    forgetYes: 'Olvidarlos',
    forgetNo: 'Mantenerlos aquí',
    another: 'Abrir otro círculo',
  },

  invitation: {
    subject: (title: string) => `Tu asiento en el círculo Balint «${title}»`,
    facilitator: invitation((title) => `Te invitamos a coordinar el círculo Balint «${title}».`),
    member: invitation((title) => `Te invitamos al círculo Balint «${title}».`),
    observer: invitation(
      (title) =>
        `Te invitamos a observar el círculo Balint «${title}»: lo oyes todo y nadie te oye. Antes de que entres se pregunta a todo el círculo.`,
    ),
  },
};
