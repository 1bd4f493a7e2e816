import type { problems as en } from '../../en/server/problems';

export const problems: typeof en = {
  problems: {
    tooOften: (seconds) =>
      `Darum wurde aus Ihrem Netz sehr oft gebeten. Versuchen Sie es in ${seconds} s noch einmal.`,
    tooManyOpen:
      'Aus Ihrem Netz sind zu viele Verbindungen offen. Schließen Sie einige Seiten, und versuchen Sie es gleich noch einmal.',
    otherName: (url) =>
      `Diese Seite geht unter diesem Namen nicht. Öffnen Sie sie unter ${url} und fügen Sie dort Ihren Link ein, wenn Sie einen haben.`,
    groupsNotKept:
      'Dieser Server bewahrt keine Gruppen auf, weil er sie verlieren könnte. Sagen Sie es denen, die ihn betreiben: „doctor“ nennt den Grund.',
    needsKey: 'Um hier etwas zu eröffnen, brauchen Sie den Eröffnungsschlüssel.',
    tooSlow: 'Das Senden hat zu lange gedauert. Versuchen Sie es noch einmal.',
    tooMuch: 'Das ist zu viel auf einmal.',
    failed: 'Auf diesem Server ist etwas schiefgegangen. Versuchen Sie es gleich noch einmal.',

    full: 'Auf diesem Server gibt es so viele Kreise, wie er zulässt. Versuchen Sie es später noch einmal.',
    fullOfUnused:
      'Auf diesem Server warten viele Kreise, die noch niemand betreten hat, deshalb eröffnet er keine weiteren. Betreten Sie die, die Sie eröffnet haben, oder versuchen Sie es an einem anderen Tag: Sie enden von selbst.',
    circleNotOpened:
      'Der Kreis konnte nicht gespeichert werden, deshalb wurde er nicht eröffnet. Versuchen Sie es später noch einmal.',
    noTitle: 'Der Name eines Kreises hat 1 bis 80 sichtbare Zeichen.',
    noMember: 'Ein Kreis braucht mindestens eine Person, die leitet, und ein Mitglied.',
    noPlan:
      'Diese Schritte ergeben kein Treffen. Zu einem Fall gehören diese Schritte, je einmal und in dieser Reihenfolge: „Fallvorstellung“, „Sachfragen“ (können fehlen), „Zurücklehnen“, „Reflexion“, „Rückkehr“. Ein Treffen hat 2 bis 30 Schritte und höchstens 180 Minuten.',

    groupNotOpened:
      'Die Gruppe konnte nicht gespeichert werden, deshalb wurde sie nicht eröffnet. Versuchen Sie es später noch einmal.',
    groupNotRead: 'Die Gruppe lässt sich gerade nicht lesen. Versuchen Sie es gleich noch einmal.',
    groupUnsure:
      'Ob dies gespeichert wurde, lässt sich nicht sagen. Sehen Sie die Gruppe noch einmal an, bevor Sie es wiederholen.',
    groupNewer:
      'Diese Gruppe wurde mit einer neueren Version dieses Servers gespeichert. Es wurde nichts geändert.',
    groupErased: 'Diese Gruppe gibt es hier nicht mehr.',
    groupLink:
      'Dieser Link öffnet hier keine Gruppe. Vielleicht wurde er erneuert: Bitten Sie die Leitung um Ihren.',
    meetingNotEntered:
      'Der Kreis konnte nicht eröffnet oder gefunden werden. Versuchen Sie es gleich noch einmal.',

    notDrawn:
      'Dem PDF fehlen Buchstaben für einen Namen auf dieser Bescheinigung. Drucken Sie sie stattdessen von der Seite.',
    notMade:
      'Die Bescheinigung wurde nicht rechtzeitig fertig. Versuchen Sie es gleich noch einmal.',

    noMail:
      'Dieser Server verschickt keine E-Mails. Wenden Sie sich an die Leitung Ihrer Gruppe: Sie kann Ihnen Ihren Link noch einmal schicken.',
    linkSent:
      'Wenn eine Gruppe hier diese Adresse hat, ist Ihr Link unterwegs dorthin: Es dauert einige Minuten. Er wird höchstens einige Male am Tag geschickt. Sonst wenden Sie sich an die Leitung Ihrer Gruppe: Sie kann ihn Ihnen noch einmal schicken.',
  },
};
