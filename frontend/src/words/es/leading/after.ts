import type { after as en } from '../../en/leading/after';

export const after: typeof en = {
  after: {
    title: 'Después de la sesión',
    notBegun:
      'La sesión no ha empezado, así que no se guarda quién estuvo, y el círculo se puede volver a abrir.',
    enterDebrief: 'Ir a la sala de coordinación',
    leaveDebrief: 'Volver con el grupo',
    bounded: 'Cerrar la sala cuando se cumpla su tiempo',
    record: 'Lo que se guarda de esta sesión',
    phases: 'Pasos',
    attendance: 'Quién estuvo',
    nothingElse: 'Esto, y nada más.',
    stay: (times: string, minutes: number) => `${times}, ${minutes} min`,
    minutes: (n: number) => `${n} min`,
  },
};
