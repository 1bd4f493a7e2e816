import type { leading as en } from '../../en/circle/leading';
import { count } from '../count';

/** What only facilitators read. */
export const leading: typeof en = {
  leading: {
    title: 'Coordinar',
    handle: (cases: number) =>
      cases === 0 ? 'Coordinar' : `Coordinar: ${count(cases, 'caso ofrecido', 'casos ofrecidos')}`,
    next: (phase: string) => `Siguiente: ${phase}`,
    back: (phase: string) => `Volver a: ${phase}`,
    skipTo: (phase: string) => `Saltar a: ${phase}`,
    skipEnds: (phase: string) => `¿Terminar el caso y pasar a «${phase}»?`,
    skipEndsText:
      'El caso termina aquí, antes de que regrese quien lo presenta. Puedes volver a él por los pasos de la sesión.',
    endCase: 'Terminar el caso',
    endCaseNo: 'Seguir con el caso',
    time: 'Tiempo',
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
    case: 'Caso',
    cases: '¿Quién tiene un caso?',
    hasCase: (name: string) => `${name} tiene un caso.`,
    nextTime: 'Otros casos ofrecidos',
    makePresenter: (name: string) => `Que presente ${name}`,
    atSeat: (name: string) => `Lo que puedes hacer por ${name}`,
    end: 'Terminar la sesión',
    endTitle: '¿Terminar la sesión para todo el círculo?',
    stay: 'Quedarme',
  },

  aimed: {
    ask_to_present: 'Pedirle que presente',
    name_presenter: 'Que presente',
    silence_person: 'Silenciar',
    lift_silence: 'Devolverle la voz',
    sit_outside: 'Al círculo exterior',
    sit_inside: 'Al círculo interior',
    hand_clock: 'Pasarle el reloj',
    go_on_without: 'Seguir sin esta persona',
    send_to_door: 'Que espere a la puerta',
    end_invitation: 'Retirar la invitación',
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
    endTitle: (who: string) => `¿Retirar la invitación (${who})?`,
    endText: 'Su conexión y su asiento terminan ahora, y el enlace ya no llevará al círculo.',
    endNo: 'Mantenerla',
    seat: (seat: number) => `asiento ${seat}`,
  },
};
