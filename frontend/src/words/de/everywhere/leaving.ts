import type { leaving as en } from '../../en/everywhere/leaving';

export const leaving: typeof en = {
  closed: {
    BAD_MESSAGE: {
      title: 'Diese Seite und der Server haben sich missverstanden',
      text: 'Ihr Platz bleibt Ihnen. Meist hilft es, die Seite neu zu laden.',
    },
    TOO_SLOW: { title: 'Die Verbindung war zu langsam', text: 'Ihr Platz bleibt Ihnen.' },
    TOO_MANY: {
      title: 'Das war zu viel auf einmal',
      text: 'Der Server hat die Verbindung getrennt, um den Kreis zu schützen. Ihr Platz bleibt Ihnen.',
    },
    NOT_INVITED: {
      title: 'Diese Einladung öffnet hier keinen Kreis',
      text: 'Vielleicht ging ein Teil des Links verloren. Bitten Sie Ihre Leitung, ihn noch einmal zu schicken.',
    },
    NO_CIRCLE: {
      title: 'Diesen Kreis gibt es hier nicht mehr',
      text: 'Das Treffen ist vorbei, verlegt oder fällt aus, oder der Kreis wurde neu eröffnet oder nie genutzt. Sehen Sie in Ihrer Gruppe nach, oder fragen Sie Ihre Leitung.',
    },
    NAME_NEEDED: {
      title: 'Der Kreis braucht einen Namen für Sie',
      text: 'Einen, unter dem die anderen Sie kennen, mit bis zu 40 Zeichen.',
    },
    REPLACED: {
      title: 'Ihr Platz ist in einem anderen Fenster geöffnet',
      text: 'Ein Platz gehört einer Person an einem Ort. Deshalb ist dieses Fenster jetzt still. Wenn das nicht Sie waren, sagen Sie es bitte der Leitung.',
    },
    ENDED: {
      title: 'Das Treffen ist zu Ende',
      text: 'Danke, dass Sie da waren. Was gesagt wurde, bleibt im Kreis; nichts davon wurde aufbewahrt.',
    },
    GOODBYE: {
      title: 'Sie haben den Kreis verlassen',
      text: 'Ihr Platz bleibt Ihnen. Solange das Treffen dauert, führt derselbe Link dorthin zurück.',
    },
    CIRCLE_FAILED: {
      title: 'Der Kreis stand einen Moment still',
      text: 'Ihr Platz bleibt Ihnen.',
    },
    MOVED: {
      title: 'Der Kreis zieht auf einen anderen Server um',
      text: 'Einen Moment. Ihr Platz bleibt Ihnen; solange hört Sie niemand.',
    },
    UNINVITED: {
      title: 'Ihre Einladung ist beendet',
      text: 'Dieser Link führt nicht mehr in den Kreis. Wenn Sie einen neuen bekommen haben, öffnen Sie ihn: Er führt auf Ihren Platz. Wenn Sie das überrascht, sprechen Sie bitte mit der Leitung.',
    },
    NOT_ADMITTED: {
      title: 'Sie wurden nicht hereingelassen',
      text: 'Die Person, der dieser Platz gehört, oder die Leitung hat Nein gesagt. Wenn Sie das überrascht, sprechen Sie bitte mit der Leitung.',
    },
    BUSY: {
      title: 'Gerade geht es nicht',
      text: 'Mit Ihrem Link wartet schon jemand an der Tür, oder er wurde zu oft geöffnet.',
    },
    FULL: { title: 'Der Server ist gerade voll', text: 'Ihr Platz bleibt Ihnen.' },
  },
  otherWindow: {
    which:
      'Ein Platz gehört einer Person an einem Ort. In welchem Fenster möchten Sie weitermachen? Das andere wird still.',
    here: 'In diesem Fenster weitermachen',
    there: 'Im anderen Fenster bleiben',
    stays: 'Machen Sie im anderen Fenster weiter. Dieses können Sie schließen.',
  },

  comeBack: 'Zurück in den Kreis',
  takeSeatHere: 'Platz hier einnehmen',
  toFront: 'Zur Startseite',
  toGroup: 'Zu meiner Gruppe',
  toConfirm: 'Auf der Seite Ihrer Gruppe bestätigen Sie innerhalb von 14 Tagen, wer da war.',
};
