import type { after as en } from '../../en/leading/after';

export const after: typeof en = {
  after: {
    title: 'Nach dem Treffen',
    notBegun:
      'Das Treffen hat noch nicht begonnen. Deshalb wird nicht aufbewahrt, wer da war, und der Kreis lässt sich wieder öffnen.',
    enterDebrief: 'In den Raum der Leitung',
    leaveDebrief: 'Zurück zu den anderen',
    bounded: 'Den Raum schließen, wenn seine Zeit um ist',
    record: 'Was von diesem Treffen aufbewahrt wird',
    phases: 'Schritte',
    attendance: 'Wer da war',
    nothingElse: 'Das, und sonst nichts.',
    stay: (times, minutes) => `${times}, ${minutes} min`,
    minutes: (n) => `${n} min`,
  },
};
