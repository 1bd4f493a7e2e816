import type { tools as en } from '../../en/leading/tools';
import { count } from '../count';

export const tools: typeof en = {
  clock: {
    title: 'Tiempo',
    ends: (time: string) => `Fin aproximado de la sesión: ${time}.`,
    wouldEnd: (time: string) => `Si empieza ahora, fin aproximado de la sesión: ${time}.`,
    thisStep: 'Este paso',
    change: (n: number) => (n < 0 ? `−${-n} min` : `+${n} min`),
    pause: 'Pausar el reloj',
    resume: 'Activar el reloj',
    behind: (n: number) => `La sesión lleva ${count(n, 'minuto', 'minutos')} de retraso.`,
    take: (n: number) => `Quitar ${n} min a la reflexión`,
    youKeep: 'Llevas tú el reloj.',
    keeps: (name: string) => `${name} lleva el reloj.`,
    takeClock: 'Llevar yo el reloj',
  },

  offers: {
    title: 'Caso',
    cases: '¿Quién tiene un caso?',
    hasCase: (name: string) => `${name} tiene un caso.`,
    nextTime: 'Otros casos ofrecidos',
  },

  places: {
    nobody: 'No hay nadie en el círculo exterior.',
    change: 'Intercambiar los círculos',
  },

  door: {
    title: 'Puerta',
    close: 'Cerrar la puerta',
    open: 'Abrir la puerta',
    isOpen: 'Abierta para quien tiene invitación.',
    isClosed: 'Cerrada: quien venga ahora tiene que llamar.',
    notHere: (n: number) => `Con invitación, sin llegar aún (${n})`,
    empty: (seat: number, role: string) => `Asiento ${seat} (${role}): nadie aún`,
    cannotCome: 'ausencia anunciada',
    seat: (seat: number) => `asiento ${seat}`,
  },
};
