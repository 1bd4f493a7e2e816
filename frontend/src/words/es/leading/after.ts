import type { after as en } from '../../en/leading/after';

export const after: typeof en = {
  after: {
    title: 'Después de la sesión',
    end: 'Terminar la sesión',
    endTitle: '¿Terminar la sesión para todo el círculo?',
    stay: 'Quedarme',
    notBegun:
      'La sesión no ha empezado, así que no se guarda quién estuvo, y el círculo se puede volver a abrir.',
    endText: (group: boolean) =>
      `El círculo se cierra y no se puede volver a abrir. Se guarda quién estuvo y cuánto duró cada paso, ${group ? 'además del número y la fecha de cada caso, ' : ''}y nada más.`,
    enterDebrief: 'Ir a la sala de coordinación',
    leaveDebrief: 'Volver con el grupo',
    bounded: 'Cerrar la sala cuando se cumpla su tiempo',
    record: 'Lo que se guarda de esta sesión',
    phases: 'Pasos',
    attendance: 'Quién estuvo',
    nothingElse: (group: boolean) =>
      `Esto, ${group ? 'además del número y la fecha de cada caso, ' : ''}y nada más.`,
    minutes: (n: number) => `${n} min`,
  },
};
