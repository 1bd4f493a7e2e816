import type { door as en } from '../../en/circle/door';

export const door: typeof en = {
  waiting: {
    title: 'Sie sind an der Tür',
    open: 'Die Leitung kann Sie hereinlassen.',
    closed: 'Der Kreis hat die Tür geschlossen. Nur die Leitung kann Sie hereinlassen.',
    asked:
      'Der Kreis wird gefragt, ob Sie beobachten dürfen. Danach kann die Leitung Sie hereinlassen.',
    sent: 'Die Leitung hat Sie an die Tür geschickt und kann Sie wieder hereinlassen.',
    yourself: 'Ihr Platz ist gerade besetzt. Dort werden Sie gefragt, ob Sie das sind.',
    nobody:
      'Sonst ist niemand von der Leitung da. Innerhalb von zwei Minuten kommen Sie von selbst herein; unter dem Namen, den Sie hier hatten, sofort.',
    quiet: 'Hier hört Sie niemand, und Sie hören niemanden.',
  },

  askedToLeave: {
    title: 'Den Kreis verlassen?',
    back: 'Sie sind in diesem Fenster zurückgegangen. Das Treffen geht währenddessen weiter. Wenn Sie den Kreis verlassen, bleibt Ihnen Ihr Platz, und derselbe Link führt dorthin zurück.',
    onward:
      'Sie haben in diesem Fenster einen anderen Link geöffnet. Das Treffen geht währenddessen weiter. Wenn Sie den Kreis verlassen, bleibt Ihnen Ihr Platz, und der Link dieses Kreises führt dorthin zurück.',
    yes: 'Kreis verlassen',
    no: 'Bleiben',
  },
};
