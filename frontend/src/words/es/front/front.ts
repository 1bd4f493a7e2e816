import type { front as en } from '../../en/front/front';
import { count, either } from '../count';

/** The front page: what a circle is, and opening one. */
export const front: typeof en = {
  front: {
    title: 'Un espacio tranquilo para el trabajo Balint',
    lead: 'Alguien trae un caso; después retira la silla y solo escucha. El resto dice lo que imagina y lo que siente. Luego, quien presentó regresa.',
    points: [
      {
        title: 'Un silencio que se sostiene',
        text: 'El propio servidor silencia a quien pasa a la escucha. Ni otra ventana ni un corte de conexión lo deshacen.',
      },
      {
        title: 'Un tiempo que no aprieta',
        text: 'La coordinación marca el ritmo. El reloj sigue contando y nunca corta a nadie.',
      },
      {
        title: 'Nada se guarda',
        text: 'Sin grabación, sin chat, sin cuenta. Solo quién estuvo y cuándo, y ni una palabra del caso.',
      },
    ],
    form: 'Un círculo para hoy',
    group: 'Un grupo que se reúne con regularidad',
    groupMeans:
      'Un enlace por persona, para todas las sesiones: fechas, quién no puede venir, asistencia.',
    groupOpen: 'Abrir un grupo',
    groupsHere: 'Tus grupos',
    circleTitle: '¿Cómo se llama este círculo?',
    titleExample: 'Grupo de los martes, marzo',
    template: 'Sesión',
    seats: 'Asientos en total',
    facilitators: 'Para coordinar',
    observers: 'Para observar',
    members: (n: number) =>
      `${either(n, 'Queda', 'Quedan')} ${count(n, 'asiento', 'asientos')} para participantes.`,
    noMembers: 'Así no queda ningún asiento para participantes.',
    more: 'Más sobre este círculo',
    sentence: 'Lo que se dice sobre la confidencialidad',
    sitBack: 'Cuando quien presenta pasa a la escucha',
    sitBackChoice: {
      enforced: 'No se le puede oír hasta que regresa',
      soft: 'Puede pedir la palabra, y la coordinación puede dársela',
      off: 'La silla se retira, la voz sigue siendo suya',
    },
    ownPlan: 'Un plan propio',
    create: 'Abrir el círculo',
    creating: 'Abriendo el círculo',
    linksWait: 'Enlaces por repartir',
    showLinksOf: (title: string) => `Mostrar los enlaces de «${title}»`,
  },

  plan: {
    title: 'Los pasos de nuestra sesión',
    minutesOf: (phase: string) => `Minutos: ${phase}`,
    minutes: (n: number) => `${n} min`,
    earlier: (phase: string) => `Subir: ${phase}`,
    later: (phase: string) => `Bajar: ${phase}`,
    remove: (phase: string) => `Quitar: ${phase}`,
    another: 'Un paso más',
    add: 'Añadir',
    total: (n: number) =>
      `${count(n, 'minuto', 'minutos')} en total. Se llega antes, y es posible quedarse después.`,
  },
};
