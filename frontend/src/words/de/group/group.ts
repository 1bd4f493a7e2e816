import type { group as en } from '../../en/group/group';
import { count } from '../count';

export const group: typeof en = {
  looking: 'Ihre Gruppe wird gesucht',
  kept: 'Gespeichert.',
  asking: 'Warten auf den Server',
  unreachable:
    'Der Server hat nicht geantwortet. Ob dies gespeichert wurde, zeigt diese Seite, sobald er wieder antwortet.',
  unread:
    'Der Server antwortet gerade nicht. Was Sie sehen, ist der Stand von vorher; die Seite versucht es weiter.',
  notRead: 'Ihre Gruppe lässt sich gerade nicht lesen',
  goesOn: 'Nichts davon ist verloren. Die Seite versucht es weiter.',
  again: 'Jetzt versuchen',
  you: (name, role) => `Sie sind hier als ${name}, ${role}.`,
  role: {
    facilitator: 'Leitung',
    presenter: 'Mitglied',
    member: 'Mitglied',
    observer: 'Beobachtung',
  },

  closed: {
    not_invited: {
      title: 'Dieser Link öffnet keine Gruppe',
      text: 'Vielleicht wurde er erneuert oder zurückgezogen, vielleicht ist sein Treffen abgesagt oder vorbei, oder ein Teil ging unterwegs verloren. Das Öffnen hat nichts verändert. Bitten Sie die Leitung der Gruppe um Ihren Link.',
    },
    erased: {
      title: 'Diese Gruppe gibt es hier nicht mehr',
      text: 'Sie wurde gelöscht, mit allem, was von ihr aufbewahrt war. Was Sie heruntergeladen haben, bleibt Ihnen. Wenn Sie das nicht erwartet haben, fragen Sie die Leitung der Gruppe.',
    },
    left: {
      title: 'Sie haben die Gruppe verlassen',
      text: 'Ihr Name ist herausgenommen, und Ihr Link öffnet die Gruppe nicht mehr. Ihre Minuten bleiben in den Unterlagen der Gruppe, ohne Namen.',
    },
  },

  unkept: {
    title: 'Diese Seite verlassen?',
    text: 'Etwas, das Sie hier geschrieben haben, ist noch nicht gespeichert. Wenn Sie die Seite verlassen, geht es verloren.',
    yes: 'Seite verlassen',
    no: 'Hier bleiben',
  },

  meeting: {
    next: 'Das nächste Treffen',
    today: 'Sie können jetzt hinein',
    none: 'Es ist kein Termin geplant.',
    others: 'Weitere Termine',
    on: (day, hours) => `${day}, ${hours}`,
    there: (place, day, hours) => `In ${place}: ${day}, ${hours}`,
    odd: {
      skipped:
        'An diesem Tag beginnt die Sommerzeit, und diese Uhrzeit gibt es nicht: Das Treffen beginnt entsprechend später.',
      twice:
        'Die Uhren werden über diese Zeit zurückgestellt, deshalb gibt es sie zweimal: Die erste ist gemeint.',
    },
    moved: 'Dieser Termin wurde geändert.',
    cancelled: 'Dieser Termin fällt aus.',
    enter: 'Zum Treffen',
    opens: 'Sie können ab 30 Minuten vor Beginn hinein.',
    acceptFirst: 'Sie können hinein, sobald Sie angenommen haben, was die Gruppe vereinbart.',
    absent: 'Ich kann nicht kommen',
    absentOn: (day) => `Ich kann nicht kommen: ${day}`,
    comes: 'Ich kann doch kommen',
    comesOn: (day) => `Ich kann doch kommen: ${day}`,
    saidAbsent: 'Sie haben gesagt, dass Sie nicht kommen können.',
    sayAgain:
      'Der Termin wurde verlegt, nachdem Sie gesagt hatten, dass Sie nicht kommen können. Bitte sagen Sie es noch einmal, wenn Sie auch zur neuen Zeit nicht kommen können.',
    noReason:
      'Nach einem Grund wird nicht gefragt. Die Leitung sieht es, und Sie können es zurücknehmen.',
  },

  guests: {
    member: (name) => `${name} möchte als Gast kommen.`,
    observer: (name) => `${name} möchte beobachten: zuhören, ohne mitzusprechen.`,
    all: 'Der Gast kommt nur herein, wenn alle zustimmen, die kommen.',
    first:
      'Sie hatten gesagt, dass Sie nicht kommen können, deshalb haben die anderen ohne Sie zugestimmt. Sie können eintreten, sobald auch Sie zustimmen.',
    agree: (name) => `Ich stimme zu: ${name}`,
    agreed: (name) => `Sie stimmen zu: ${name}.`,
    takeBack: 'Zurücknehmen',
  },

  terms: {
    isNew:
      'Lesen Sie dies, und nehmen Sie es an, wenn Sie zustimmen. Dann können Sie zu den Treffen der Gruppe.',
    accept: 'Ich nehme das an',
    quorum: (n) => `Wir treffen uns, wenn ${n} von uns oder mehr kommen können.`,
    closed: 'Wir sind immer dieselben.',
    open: 'Neue Menschen können dazukommen.',
    kept: (n) =>
      `Wer da war, und wie lange, wird ${count(n, 'Monat', 'Monate')} aufbewahrt, für Bescheinigungen. Dass jemand nicht kommen konnte, wird bis 30 Tage nach dem Treffen aufbewahrt.`,
    fairTurn:
      'Wenn alle zustimmen, wird das Datum vermerkt, an dem wir jeweils zuletzt einen Fall vorgestellt haben.',
    endCard: 'Nach einem Treffen können alle, ohne ihren Namen zu nennen, sagen, wie es war.',
    quarterly:
      'Einmal im Quartal können alle, ohne ihren Namen zu nennen, sagen, wie es ihnen bei der Arbeit geht.',
  },

  calendar: {
    title: 'In meinem Kalender',
    download: 'Termine herunterladen',
    follows: 'Eine Adresse, die mein Kalender abonniert',
    means:
      'Ihr Kalender liest dort die Termine und sieht, wenn einer verlegt wird oder ausfällt. Die Adresse öffnet kein Treffen. Behalten Sie sie für sich.',
    make: 'Adresse erstellen',
    show: 'Adresse zeigen',
    renew: 'Neue Adresse erstellen',
    renewMeans: 'Die alte Adresse gilt dann nicht mehr.',
    copy: 'Adresse kopieren',
  },

  attendance: {
    title: 'Meine Teilnahme',
    none: 'Noch gab es kein Treffen.',
    minutes: (n) => count(n, 'Minute', 'Minuten'),
    notThere: 'nicht da',
    confirmed: 'bestätigt',
    unconfirmed: 'noch nicht bestätigt',
    lapsed: 'wurde nicht rechtzeitig bestätigt',
    corrected: 'berichtigt',
    inPerson: 'vor Ort',
    certificate: 'Teilnahmebescheinigung',
    onlyConfirmed: 'Sie führt die Treffen auf, die die Leitung bestätigt hat.',
    from: 'Von',
    until: 'Bis',
    number: 'Ihre Nummer bei einer Kammer oder anderen Stelle, falls verlangt',
    numberMeans: 'Sie wird auf die Bescheinigung gedruckt und nirgends aufbewahrt.',
    download: 'Bescheinigung herunterladen',
    print: 'Von hier drucken',
    takeFirst:
      'Bescheinigungen und Logbücher müssen vorher heruntergeladen werden. Danach ist das nicht mehr möglich.',
    noSpan: 'Der erste Tag liegt nach dem letzten. Bitte wählen Sie noch einmal.',
  },

  cards: {
    meeting: 'Wie war dieses Treffen für Sie?',
    choices: [
      'Ich nehme viel mit',
      'Ich nehme etwas mit',
      'Ich nehme wenig mit',
      'Es war schwer für mich',
    ],
    counts: 'Wie das Treffen war',
    anonymous: (quarterly) =>
      `Niemandem in der Gruppe wird gezeigt, wer was geantwortet hat. Die Zahlen werden einmal gezeigt, nach ${quarterly ? 'dem Quartal' : 'zwei Tagen'}, und nur, wenn fünf oder mehr geantwortet haben. Bis dahin behält der Server die Zahlen, und wer geantwortet hat: Wer ihn betreibt, kann daraus womöglich schließen, wer was geantwortet hat.`,
    quarter:
      'Wenn Sie von Ihrem eigenen Verständnis von Burn-out ausgehen: Wie würden Sie insgesamt das Ausmaß Ihres Burn-outs einschätzen?',
    quarterly: [
      'Ich habe Freude an meiner Arbeit. Ich habe keine Anzeichen von Burn-out.',
      'Gelegentlich stehe ich unter Stress, und ich habe nicht immer so viel Energie wie früher, aber ich fühle mich nicht ausgebrannt.',
      'Ich bin eindeutig dabei auszubrennen und habe ein oder mehrere Anzeichen von Burn-out, zum Beispiel körperliche und emotionale Erschöpfung.',
      'Die Anzeichen von Burn-out, die ich erlebe, gehen nicht weg. Ich denke viel über Frustration bei der Arbeit nach.',
      'Ich fühle mich völlig ausgebrannt und frage mich oft, ob ich weitermachen kann. Ich bin an dem Punkt, an dem ich vielleicht etwas verändern oder mir in irgendeiner Form Hilfe suchen muss.',
    ],
    quarterTitle: 'Wie es bei der Arbeit geht',
    quarterOf: (quarter) => `Das Quartal ${quarter}`,
    answer: 'Diese Antwort geben',
    answered: 'Sie haben geantwortet. Danke.',
    times: (choice, n) => `${choice}: ${n}`,
  },

  turns: {
    title: 'Wann ich zuletzt vorgestellt habe',
    share: 'Das Datum vermerken, wenn ich vorstelle',
    means:
      'Es beginnt, sobald alle in der Gruppe zustimmen. Sie sehen Ihr Datum, und die Leitung sieht es; gab es an dem Tag nur einen Fall, verrät es, dass er von Ihnen war. Wenn Sie Ihre Zustimmung zurücknehmen, verschwindet das Datum.',
    last: (day) => `Sie haben zuletzt am ${day} vorgestellt.`,
    never: 'Sie haben noch nicht vermerkt, dass Sie vorgestellt haben.',
    waits:
      'Nicht alle stimmen zu, deshalb wird nichts vermerkt, und was früher vermerkt wurde, wird nicht gezeigt.',
    presented: 'Ich habe bei diesem Treffen vorgestellt',
  },

  cases: {
    title: 'Frühere Fälle',
    means:
      'Von jedem Fall stehen hier Nummer und Datum, nie, was erzählt wurde. Kreuzen Sie an, welche Sie vorgestellt haben: Das merkt sich nur dieser Browser.',
    of: (number, day) => `Fall ${number}, ${day}`,
    older: 'Ältere Fälle',
  },

  mail: {
    title: 'E-Mails an mich',
    means:
      'Wird ein Termin der Gruppe verlegt oder fällt er aus, wird es Ihnen geschrieben; und ein verlorener Link kann Ihnen noch einmal geschickt werden. Niemand in der Gruppe sieht Ihre Adresse.',
    address: 'Ihre E-Mail-Adresse',
    given: (address: string) => `E-Mails gehen an ${address}.`,
    note: 'Code schicken',
    codeSent: (address: string) =>
      `Ein Code ist unterwegs an ${address}. Tippen Sie ihn hier innerhalb eines Tages ein: Bis dahin geht sonst nichts dorthin. Kommt er nicht, sehen Sie im Spam-Ordner nach.`,
    code: 'Der Code',
    prove: 'Diese Adresse ist meine',
    wrongCode: 'Das ist nicht der Code. Es gibt insgesamt fünf Versuche.',
    codeOver:
      'Der Code war fünfmal falsch und gilt nicht mehr. Sie können jetzt eine andere Adresse angeben oder in 24 Stunden diese noch einmal.',
    erase: 'Keine E-Mails mehr schicken',
  },

  myself: {
    title: 'Dieser Browser und ich',
    link: 'Mein persönlicher Link',
    linkMeans:
      'Er gehört nur Ihnen, für alle Treffen: Wer ihn hat, kommt als Sie herein. Öffnen Sie ihn auf Ihren anderen Geräten, und schicken Sie ihn sonst niemandem.',
    copyLink: 'Meinen Link kopieren',
    linkAsQr: 'QR-Code meines Links',
    remember: 'Diese Gruppe in diesem Browser merken',
    rememberMeans:
      'Die Startseite führt Sie dann zu ihr, ohne Ihren Link. Nicht auf einem gemeinsam genutzten Gerät.',
    rememberKey: 'Der Schlüssel zu Ihren versiegelten Treffen wird mit aufbewahrt.',
    safari: 'Safari vergisst das nach einer Woche ohne Besuch: Bewahren Sie auch Ihren Link auf.',
    forget: 'Diese Gruppe in diesem Browser vergessen',
    notRemembered:
      'Dieser Browser bewahrt für diese Seite nichts auf. Bewahren Sie Ihren Link dort auf, wo Sie ihn finden.',
    export: 'Herunterladen, was von mir aufbewahrt wird',
    leave: 'Meinen Namen aus der Gruppe nehmen',
    leaveTitle: 'Die Gruppe verlassen?',
    leaveText:
      'Ihr Name wird herausgenommen, und Ihr Link gilt nicht mehr. Ihre Minuten bleiben in den Unterlagen, ohne Namen. Die Leitung kann Sie wieder einladen.',
    leaveYes: 'Gruppe verlassen',
    leaveNo: 'Bleiben',
  },

  people: {
    title: 'Wer wir sind',
  },

  guest: {
    title: (group) => `Ein Treffen von „${group}“`,
    invited: {
      facilitator: 'Sie sind eingeladen.',
      presenter: 'Sie sind eingeladen.',
      member: 'Sie sind als Gast eingeladen, zu diesem einen Treffen.',
      observer:
        'Sie sind eingeladen, dieses eine Treffen zu beobachten: Sie hören, und niemand hört Sie.',
    },
    agreed: 'Sie können herein, wenn alle zugestimmt haben, die kommen.',
    waits: 'Das Treffen davor ist noch nicht zu Ende. Danach können Sie herein.',
    over: 'Die Zeit, zu diesem Treffen zu kommen, ist vorbei. Wenn Sie wieder eingeladen werden, bekommen Sie einen anderen Link.',
  },

  key: {
    missing: (leads) =>
      `Die Treffen dieser Gruppe sind versiegelt, und Ihrem Link fehlt sein Schlüssel: der Teil nach dem ~. Öffnen Sie den Link, wie er Ihnen geschickt wurde, oder bitten Sie ${leads ? 'Ihre Co-Leitung' : 'die Leitung'}, ihn noch einmal zu schicken. Ihre Termine und Ihre Teilnahme finden Sie trotzdem hier.`,
    broken: (leads) =>
      `Die Treffen dieser Gruppe sind versiegelt, und der Schlüssel in Ihrem Link stimmt nicht: Ein Zeichen fehlt oder ist falsch. Kopieren Sie den vollständigen Link noch einmal, oder bitten Sie ${leads ? 'Ihre Co-Leitung' : 'die Leitung'}, ihn noch einmal zu schicken. Ihre Termine und Ihre Teilnahme finden Sie trotzdem hier.`,
    other: (leads) =>
      `Die Treffen dieser Gruppe sind versiegelt, und Ihr Link hat den Schlüssel einer anderen Gruppe oder einen früheren von dieser. Bitten Sie ${leads ? 'Ihre Co-Leitung' : 'die Leitung'}, Ihnen Ihren Link noch einmal zu schicken. Ihre Termine und Ihre Teilnahme finden Sie trotzdem hier.`,
    sent: (leads) =>
      `Der Schlüssel in Ihrem Link wurde an den Server gesendet, denn der Link wurde unterwegs umgeschrieben. Wer den Server betreibt, könnte mithören. ${leads ? 'Um sicherzugehen, geben Sie der Gruppe einen anderen Schlüssel, und schicken Sie die Links auf einem anderen Weg.' : 'Bitten Sie die Leitung, der Gruppe einen anderen Schlüssel zu geben.'}`,
    unable: () =>
      'Die Treffen dieser Gruppe sind versiegelt, und diese Seite kann hier keine Schlüssel lesen: Dafür braucht es einen neueren Browser und eine Adresse, die mit https beginnt.',
  },
};
