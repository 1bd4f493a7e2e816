import type { anywhere as en } from '../../en/everywhere/anywhere';

export const anywhere: typeof en = {
  close: 'Schließen',

  language: {
    choose: 'Sprache',
    notKept:
      'Dieser Browser bewahrt für diese Seite nichts auf. Sie richtet sich deshalb nach der Sprache des Browsers.',
  },

  copying: {
    copied: 'Kopiert',
    failedTitle: 'Bitte selbst kopieren',
    failed:
      'Dieser Browser lässt die Seite nicht kopieren. Der Text ist markiert: Kopieren Sie ihn mit der Tastatur, oder tippen Sie länger darauf.',
  },

  part: {
    failed: 'Dieser Teil der Seite ist ausgefallen. Der Ton läuft weiter.',
    again: 'Neu anzeigen',
    loading: 'Dieser Teil der Seite wird geladen.',
    unloaded: 'Ein Teil dieser Seite konnte nicht geladen werden.',
    doWithout: 'Dieser Teil konnte nicht geladen werden. Sie können ohne ihn teilnehmen.',
    reload: 'Seite neu laden',
  },
};
