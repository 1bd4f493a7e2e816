import type { after as en } from '../../en/leading/after';

export const after: typeof en = {
  after: {
    title: 'Nach dem Treffen',
    end: 'Treffen beenden',
    endTitle: 'Das Treffen für alle beenden?',
    stay: 'Bleiben',
    notBegun:
      'Das Treffen hat noch nicht begonnen. Deshalb wird nicht aufbewahrt, wer da war, und der Kreis lässt sich wieder öffnen.',
    endText: (group) =>
      `Der Kreis schließt und lässt sich nicht wieder öffnen. Aufbewahrt wird, wer da war und wie lange jeder Schritt dauerte, ${group ? 'dazu Nummer und Datum jedes Falls, ' : ''}und sonst nichts.`,
    enterDebrief: 'In den Raum der Leitung',
    leaveDebrief: 'Zurück zu den anderen',
    bounded: 'Den Raum schließen, wenn seine Zeit um ist',
    record: 'Was von diesem Treffen aufbewahrt wird',
    phases: 'Schritte',
    attendance: 'Wer da war',
    nothingElse: (group) =>
      `Das, ${group ? 'dazu Nummer und Datum jedes Falls, ' : ''}und sonst nichts.`,
    minutes: (n) => `${n} min`,
  },
};
