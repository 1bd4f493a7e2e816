import type { after as en } from '../../en/leading/after';

export const after: typeof en = {
  after: {
    title: 'Dopo l’incontro',
    notBegun:
      'L’incontro non è ancora cominciato: quindi non si conserva chi c’era, e il cerchio si può riaprire.',
    enterDebrief: 'Vai alla stanza della conduzione',
    leaveDebrief: 'Torna dal gruppo',
    bounded: 'Chiudi la stanza quando il suo tempo è passato',
    record: 'Che cosa si conserva di questo incontro',
    phases: 'Fasi',
    attendance: 'Chi c’era',
    nothingElse: 'Questo, e nient’altro.',
    stay: (times: string, minutes: number) => `${times}, ${minutes} min`,
    minutes: (n: number) => `${n} min`,
  },
};
