import type { access as en } from '../../en/circle/access';
import { count, either } from '../count';

/** These people, one or many, do something. */
const are = (names: string, n: number, one: string, other: string): string =>
  `${names} ${either(n, one, other)}.`;

/** For whoever uses the page by keys, by ear, or with another page before it. */
export const access: typeof en = {
  titles: {
    letIn: 'Ya puedes entrar',
    atDoor: (n: number) => `${n} a la puerta`,
  },

  people: {
    came: (names: string, n: number) => are(names, n, 'ha entrado', 'han entrado'),
    left: (names: string, n: number) => are(names, n, 'ha salido', 'han salido'),
    speaking: (names: string, n: number) => are(names, n, 'está hablando', 'están hablando'),
    youSpeak: 'Estás hablando.',
    nobodySpeaks: 'Nadie está hablando.',
  },

  time: {
    minutesLeft: (n: number) => `${either(n, 'Queda', 'Quedan')} ${count(n, 'minuto', 'minutos')}.`,
    muchLeft: 'Queda más de la mitad del tiempo de este paso.',
    littleLeft: 'Queda menos de la mitad del tiempo de este paso.',
    up: 'El tiempo de este paso se ha cumplido. No hay prisa.',
    paused: 'El reloj está en pausa.',
    runs: 'El reloj está en marcha.',
  },

  keys: {
    title: 'Teclas y avisos',
    open: 'Teclas',
    explain:
      'En esta página, estas teclas actúan por sí solas. En los campos de texto solo escriben.',
    on: 'Usar estas teclas',
    what: {
      speak: 'Mantener pulsada para hablar; un toque cierra el micrófono',
      who_speaks: 'Decir quién habla',
      where: 'Decir el paso y el tiempo',
      list: 'Mostrar esta lista',
    },
    space: 'Espacio',
    change: (what: string, key: string) => `${key}. Elegir otra tecla para: ${what}`,
    press: 'Pulsa una tecla',
    taken: 'Esa tecla no está libre. Pulsa otra, o Escape.',
    usual: 'Restablecer las teclas',
    announcements: 'Lo que tu lector de pantalla dice por sí solo',
    howMuch: {
      all: 'Todo: también quién entra y sale',
      mine: 'Los pasos, y lo que me concierne',
      nothing: 'Nada, salvo lo que no puede esperar',
    },
    quiet: 'Mientras el grupo trabaja, las entradas y salidas esperan a que acabe el paso.',
  },
};
