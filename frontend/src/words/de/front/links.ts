import type { links as en } from '../../en/front/links';

/** How somebody joins, at the end of every invitation. */
const HOW_TO_JOIN =
  'Zum Teilnehmen öffnen Sie den Link auf einem Computer oder Telefon mit Mikrofon. Kopfhörer helfen. Suchen Sie sich einen ruhigen Raum, in dem Sie allein sind. Sie brauchen kein Konto und müssen nichts installieren.';

const invitation =
  (invited: (title: string) => string) =>
  (title: string, sentence: string, link: string): string =>
    [
      invited(title),
      `Nichts wird aufgezeichnet, niemals, und das vereinbaren wir: ${sentence}`,
      `Ihr persönlicher Link, nur für Sie:\n${link}`,
      HOW_TO_JOIN,
    ].join('\n\n');

export const links: typeof en = {
  links: {
    title: 'Ihr Kreis ist bereit',
    explain:
      'Jeder Link ist der Platz einer Person. Geben Sie jeder Person ihren eigenen, und keinen anderen.',
    kept: 'Die Links werden in diesem Browser aufbewahrt, und nirgends sonst, bis Sie sagen, dass alle verteilt sind. Safari vergisst sie nach einer Woche ohne Besuch: Verteilen Sie sie vorher. An einem gemeinsam genutzten Computer wählen Sie „Links hier vergessen“, bevor Sie gehen.',
    notKept:
      'Dieser Browser bewahrt für diese Seite nichts auf, die Links stehen also nur hier. Kopieren Sie sie, bevor Sie die Seite schließen oder neu laden.',
    until: (time) =>
      `Vor ${time} muss jemand einmal hereinkommen, und sei es nur für einen Moment: Dann wartet der Kreis auf sein Treffen. Kommt niemand, endet er.`,
    own: 'Ihr eigener Platz',
    ownMeans: 'Dieser Link gehört Ihnen, deshalb steht er unten in keiner Liste.',
    takeSeat: 'Meinen Platz einnehmen',
    group: {
      facilitator: 'Leitung',
      member: 'Mitglieder',
      observer: 'Beobachtende',
    },
    seat: (n) => `Platz ${n}`,
    line: (n, link) => `Platz ${n}: ${link}`,
    whose: 'Für wen?',
    whoseSeat: (n) => `Für wen ist Platz ${n}?`,
    whoseMeans:
      'Die Namen, die Sie hier schreiben, sind nur für Sie: Sie bleiben in diesem Browser und stehen in keiner Einladung.',
    copyInvitation: 'Einladung kopieren',
    copyInvitationFor: (n) => `Einladung kopieren für Platz ${n}`,
    copyFacilitators: 'Links der Leitung kopieren',
    copyOthers: 'Alle Links der Mitglieder und Beobachtenden kopieren',
    copyMembers: 'Alle Links der Mitglieder kopieren',
    more: 'Link, E-Mail, QR-Code',
    moreFor: (n) => `Link, E-Mail und QR-Code von Platz ${n}`,
    copyLink: 'Nur den Link kopieren',
    copyLinkFor: (n) => `Nur den Link kopieren: Platz ${n}`,
    share: 'Teilen',
    shareFor: (n) => `Einladung für Platz ${n} teilen`,
    mail: 'E-Mail schreiben',
    mailFor: (n) => `E-Mail schreiben: Einladung für Platz ${n}`,
    qrFor: (n) => `QR-Code des Links von Platz ${n}`,
    qrFailed: 'Der QR-Code ließ sich nicht erzeugen. Der Link darüber ist derselbe.',
    forget: 'Alle verteilt: Links hier vergessen',
    forgetTitle: 'Die Links in diesem Browser vergessen?',
    forgetText:
      'Niemand kann sie wieder anzeigen. Der Kreis bleibt offen, und jeder Link, den Sie verteilt haben, öffnet weiterhin seinen Platz.',
    forgetYes: 'Links vergessen',
    forgetNo: 'Hier behalten',
    another: 'Noch einen Kreis eröffnen',
  },

  invitation: {
    subject: (title) => `Ihr Platz im Balintkreis „${title}“`,
    facilitator: invitation(
      (title) => `Sie sind eingeladen, den Balintkreis „${title}“ zu leiten.`,
    ),
    member: invitation((title) => `Sie sind zum Balintkreis „${title}“ eingeladen.`),
    observer: invitation(
      (title) =>
        `Sie sind eingeladen, den Balintkreis „${title}“ zu beobachten: Sie hören alles, und niemand hört Sie. Alle im Kreis werden gefragt, bevor Sie hereinkommen.`,
    ),
  },
};
