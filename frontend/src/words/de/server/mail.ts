import type { mail as en } from '../../en/server/mail';

export const mail: typeof en = {
  mail: {
    dateChanged: (group) => `${group}: Ein Termin hat sich geändert`,
    dates: (group) => `${group}:`,
    cancelled: (when) => `Das Treffen am ${when} fällt aus.`,
    moved: (before, now) => `Das Treffen am ${before} ist verlegt auf ${now}.`,
    takes: (when, minutes) => `Das Treffen am ${when} dauert jetzt ${minutes} Minuten.`,
    when: (day, time, zone) => `${day}, ${time} Uhr (${zone})`,
    showsAll: 'Ihr persönlicher Link zeigt alle Termine.',
    fewSubject: (group) => `${group}: Wenige können kommen`,
    few: (when, expected, quorum) =>
      `Das Treffen am ${when}. Personen, die kommen können: ${expected}; vereinbart sind Treffen ab ${quorum} Personen.`,
    fewShows:
      'Ihr persönlicher Link zeigt, wer nicht kommen kann. Diese Nachricht kommt zu jedem Termin nur einmal.',
    unconfirmedSubject: (group) => `${group}: Ein Treffen ist noch nicht bestätigt`,
    unconfirmed: (when, until) =>
      `Das Treffen am ${when} kann bis ${until} bestätigt werden. Sonst steht es auf keiner Teilnahmebescheinigung.`,
    unconfirmedShows:
      'Ihr persönlicher Link führt dorthin, wo Sie bestätigen, wer da war. Diese Nachricht kommt zu jedem Treffen nur einmal.',
    renewed:
      'Ihr Link zu dieser Gruppe wurde von einer Person erneuert, die ihn hatte, vermutlich von Ihnen selbst. Der alte öffnet nichts mehr. Wenn Sie es nicht waren, lassen Sie sich den Link von der Startseite aus noch einmal an diese Adresse schicken, und erstellen Sie sich sofort einen anderen.',
    link: 'Ihr Link zu Ihrer Balintgruppe',
    asked: 'Jemand, vermutlich Sie selbst, hat noch einmal um diesen Link gebeten.',
    noKey:
      'Die Stimmen dieser Gruppe sind versiegelt, und in keiner E-Mail steht der Schlüssel: Öffnen Sie diesen Link in einem Browser, der sich diese Gruppe gemerkt hat, oder bitten Sie die Leitung um den vollständigen.',
    yoursAlone: 'Er gehört Ihnen allein: Geben Sie ihn nicht weiter.',
    takeBack:
      'Diese Adresse haben Sie der Gruppe selbst gegeben. Auf der Seite der Gruppe können Sie sie jederzeit zurücknehmen.',
    codeSubject: 'Der Code für Ihre Adresse',
    code: (code) => `Der Code ist ${code}.`,
    codeMeans:
      'Jemand, vermutlich Sie selbst, hat diese Adresse auf der Seite der eigenen Gruppe angegeben, um Nachrichten der Gruppe zu bekommen. Geben Sie den Code dort ein; er gilt einen Tag lang.',
    notYou:
      'Wenn Sie es nicht waren, müssen Sie nichts tun: An diese Adresse kommt nichts als solche Codes, und die Adresse wird vergessen.',
  },
};
