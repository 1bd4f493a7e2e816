import type { newGroup as en } from '../../en/group/new-group';

/** Opening a standing group, and inviting its people. */

const HOW =
  'Guarda este enlace: es solo tuyo y lleva a todas las sesiones. También te muestra las fechas, y ahí puedes decir que no puedes venir. No hace falta crear una cuenta ni instalar nada.';

const text =
  (own: string, ...how: string[]) =>
  (invited: (group: string) => string) =>
  (name: string, group: string, sentence: string, link: string): string =>
    [
      `${name}:`,
      invited(group),
      `Nunca se graba nada, y esto es lo que acordamos: ${sentence}`,
      `${own}\n${link}`,
      ...how,
    ].join('\n\n');

const invitation = text('Tu enlace personal:', HOW);
const toOneMeeting = text('Tu enlace personal, con la fecha dentro:');

export const newGroup: typeof en = {
  newGroup: {
    title: 'Un grupo que se reúne con regularidad',
    lead: 'Las mismas personas, una y otra vez. Cada cual recibe un enlace para todas las sesiones, con las fechas dentro.',
    name: '¿Cómo se llama tu grupo?',
    example: 'Grupo de los martes',
    zone: 'Zona horaria del grupo',
    zoneMeans:
      'Las horas del grupo siguen este reloj, en verano y en invierno. Además, cada persona lee la suya.',
    people: '¿Quién forma parte?',
    peopleMeans:
      'Sus nombres tal como los conoce el grupo. Puedes añadir más en cualquier momento.',
    own: 'Tu nombre',
    nameOf: (n: number) => `Nombre ${n}`,
    facilitates: (n: number) => `El nombre ${n} coordina`,
    facilitatesShort: 'coordina',
    another: 'Otra persona',
    drop: (n: number) => `Quitar el nombre ${n}`,
    more: 'Más sobre este grupo',
    open: 'Abrir el grupo',
    opening: 'Abriendo el grupo',
    next: 'Después dirás cuándo son las sesiones y enviarás a cada persona su enlace.',
  },

  invitation: {
    subject: (group: string) => `Tu enlace al grupo Balint «${group}»`,
    facilitator: invitation((group) => `coordinas el grupo Balint «${group}».`),
    member: invitation(
      (group) => `te invitamos al grupo Balint «${group}», que se reúne con regularidad.`,
    ),
    observer: toOneMeeting(
      (group) =>
        `te invitamos a observar una sesión del grupo Balint «${group}»: lo oyes todo y nadie te oye.`,
    ),
    guest: toOneMeeting((group) => `te invitamos a una sesión del grupo Balint «${group}».`),
  },
};
