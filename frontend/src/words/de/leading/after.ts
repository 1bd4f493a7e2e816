import type { after as en } from '../../en/leading/after';

export const after: typeof en = {
  after: {
    title: 'Nach dem Treffen',
    notBegun:
      'Wer da war, wird erst ab dem ersten „Weiter“ aufbewahrt. Hat das niemand gedrückt, wird nichts aufbewahrt, und der Kreis lässt sich wieder öffnen.',
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
