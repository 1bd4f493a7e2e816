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
    makePresenter: (name: string) => `Que presente ${name}`,
    atSeat: (name: string) => `Lo que puedes hacer por ${name}`,
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

  endInvitation: {
    title: (who: string) => `¿Retirar la invitación (${who})?`,
    text: 'Su conexión y su asiento terminan ahora, y el enlace ya no llevará al círculo.',
    no: 'Mantenerla',
  },
};
