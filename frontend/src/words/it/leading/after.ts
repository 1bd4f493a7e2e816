import type { after as en } from '../../en/leading/after';

export const after: typeof en = {
  after: {
    title: 'Dopo l’incontro',
    end: 'Concludi l’incontro',
    endTitle: 'Vuoi concludere l’incontro per tutto il cerchio?',
    stay: 'Resta',
    notBegun:
      'L’incontro non è ancora cominciato: quindi non si conserva chi c’era, e il cerchio si può riaprire.',
    endText: (group: boolean) =>
      `Il cerchio si chiude e non si può riaprire. Si conserva chi c’era e quanto è durata ogni fase, ${group ? 'oltre al numero e alla data di ogni caso, ' : ''}e nient’altro.`,
    enterDebrief: 'Vai alla stanza della conduzione',
    leaveDebrief: 'Torna dal gruppo',
    bounded: 'Chiudi la stanza quando il suo tempo è passato',
    record: 'Che cosa si conserva di questo incontro',
    phases: 'Fasi',
    attendance: 'Chi c’era',
    nothingElse: (group: boolean) =>
      `Questo, ${group ? 'oltre al numero e alla data di ogni caso, ' : ''}e nient’altro.`,
    minutes: (n: number) => `${n} min`,
  },
};
