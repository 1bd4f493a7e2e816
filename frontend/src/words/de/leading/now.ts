import type { now as en } from '../../en/leading/now';

export const now: typeof en = {
  now: {
    title: 'Braucht eine Antwort',
    needsPause: (name) => `${name} braucht eine Pause.`,
    stopClock: 'Uhr anhalten',
    bringBack: (name) => `${name} zurückholen`,
    endCaseTitle: 'Den Fall hier behutsam beenden?',
    endCaseText: 'Der Kreis geht gleich zu dem über, was danach kommt. Niemand muss sagen, warum.',
    seen: (name) => `${name} sagen, dass wir es sehen`,
    asksForWord: (name) => `${name} bittet um das Wort.`,
    letSpeak: (name) => `${name} sprechen lassen`,
    notNow: 'Jetzt nicht',
    lost: (name) => `Die Verbindung von ${name} ist seit zwei Minuten unterbrochen.`,
    noSound: (name) => `${name} ist ohne Ton: hört niemanden und wird nicht gehört.`,
    weakLine: (name) =>
      `Die Verbindung von ${name} ist schwach: Worte können verloren gehen oder spät kommen.`,
    goOnWithout: (name) => `Ohne ${name} weiter`,
    knocks: (name) => `${name} ist an der Tür.`,
    knocksToObserve: (name) => `${name} ist an der Tür, um zu beobachten.`,
    knocksAgain: (name) => `${name} ist mit demselben Link noch einmal gekommen.`,
    knocksWithLinkOf: (name, owner) =>
      `${name} ist mit dem Link von ${owner} gekommen, unter einem anderen Namen.`,
    occupied: (owner) => `${owner} ist hier. Wer hereingelassen wird, übernimmt diesen Platz.`,
    turnAway: (name) => `Nein, ${name} nicht hereinlassen`,
    no: 'Nein',
    linkDoubted: (name) => `${name} sagt: Jemand anders hat meinen Link geöffnet.`,
    linkDoubtedMeans: 'Diese andere Person wurde nicht hereingelassen.',
    linkEnds: 'Sobald Sie die Einladung beenden, führt der Link nicht mehr in diesen Kreis.',
    linkRenewed:
      'Auf der Seite der Gruppe können Sie einen neuen Link geben oder einen Gast ausladen: Dann öffnet dieser Link nichts mehr.',
    linkStays:
      'Die Einladung der Leitung lässt sich nicht beenden. Um sicherzugehen, eröffnen Sie einen anderen Kreis.',
    letIn: (name) => `${name} hereinlassen`,
    allAgreed: 'Alle haben zugestimmt.',
    notAllAgreed: 'Noch haben nicht alle zugestimmt.',
  },
};
