import type { circle as en } from '../../en/circle/circle';
import { count } from '../count';

export const circle: typeof en = {
  role: {
    facilitator: 'Leitung',
    presenter: 'stellt vor',
    member: 'Mitglied',
    observer: 'Beobachtung',
  },

  presence: {
    vacant: 'noch nicht da',
    knocking: 'an der Tür',
    here: '',
    coming_back: 'kommt zurück',
    left: 'ist gegangen',
    uninvited: 'nicht mehr eingeladen',
  },

  leadingUnloaded:
    'Was die Leitung hier hat, konnte nicht geladen werden. Der Ton und der nächste Schritt brauchen es nicht.',

  connection: {
    sign: {
      connected: 'Alle verbunden',
      reconnecting: 'Verbindet neu',
      joining: 'Ton wird verbunden',
      back: 'Sie kommen zurück',
      blocked: 'Kein Ton',
      impossible: 'Kein Ton',
      moving: 'Zieht um',
    },
    some: 'Verbunden',
  },

  notice: {
    ended: 'Das Treffen ist zu Ende.',
    not_here: 'Sie sind gerade nicht im Kreis.',
    not_yours: 'Das gehört zu einer anderen Rolle.',
    not_now: 'Das ist gerade nicht möglich.',
    stale: 'Jemand anderes war schneller. So ist es jetzt.',
    no_such_step: 'Im Plan gibt es diesen Schritt nicht.',
    no_presenter: 'Zuerst muss feststehen, wer den Fall vorstellt.',
    out_of_bounds: 'So viele oder so wenige Minuten kann ein Schritt nicht haben.',
    already: 'Das ist schon so.',
    no_such_person: 'Diese Person ist gerade nicht im Kreis.',
    no_consent: 'Diese Person hat keinen Fall angeboten. Fragen Sie zuerst.',
    not_agreed: 'Noch haben nicht alle zugestimmt.',
    case_has_begun: 'Der Fall hat begonnen.',
    is_presenter: 'Diese Person stellt den laufenden Fall vor. Beenden Sie zuerst den Fall.',
    sitting_back:
      'Solange Sie sich zurücklehnen, hört Sie niemand. Sie können wieder sprechen, wenn Sie zurückkehren.',
    silenced:
      'Die Leitung hat Sie stumm gestellt. Sie können wieder sprechen, wenn die Leitung es zulässt.',
    uninvited: 'Die Einladung dieser Person ist beendet.',
    not_kept:
      'Das ließ sich gerade nicht speichern und wurde deshalb nicht ausgeführt. Der Kreis ist, wie er war. Bitte versuchen Sie es gleich noch einmal.',
    line_lost:
      'Ihre Verbindung ist noch nicht wieder da, deshalb wurde das nicht ausgeführt. Bitte versuchen Sie es gleich noch einmal.',
    sealed_anew:
      'Ihre Stimme ließ sich gerade nicht versiegeln und wird deshalb nicht mehr gesendet. Die Seite startet neu: Warten Sie, bis sie sagt, dass man Sie hört.',
    unanswered:
      'Ihre Verbindung ging verloren, bevor eine Antwort kam. Sobald die Verbindung wieder da ist, sehen Sie bitte nach, ob es ausgeführt wurde.',
  },
  waitsForAnswer: 'Die Antwort des Servers steht noch aus.',

  circle: {
    here: 'Der Kreis',
    ring: 'Personen im Kreis',
    observers: 'Beobachtende',
    you: 'Sie',
    offer: {
      none: '',
      standing: 'hat einen Fall',
      next_time: 'ein Fall für später',
    },
    wishes: 'möchte sprechen',
    inDebrief: 'im Raum der Leitung',
    lingering: 'im Raum des Kreises',
    asked: 'wurde um einen Fall gebeten',
    formerly: (name) => `vorher: ${name}`,
    noSound: 'kein Ton',
    satBack: 'zurückgelehnt, außerhalb des Kreises',
    leave: 'Verlassen',
    plan: 'Die Schritte des Treffens',
    stepOf: (n, all) => `Schritt ${n} von ${all}`,
    minutesShort: (n) => `${n} min`,
    empty: (n) => count(n, 'Stuhl ist leer.', 'Stühle sind leer.'),
    onlyListening: 'Nur zuhören',
    showTime: 'Zeit zeigen',
    hideTime: 'Zeit ausblenden',
    notHeardYet: 'noch nicht gehört',
    timeIsUp: 'Die Zeit dieses Schritts ist um. Es eilt nicht.',
    over: 'darüber',
    paused: 'Uhr angehalten',
    timeLeft: 'Restzeit in diesem Schritt',
    yourPart: 'Ihre Aufgabe',
    sound: 'Ton',
    soundTitle: 'Ton und Mikrofon',
  },

  cases: {
    offer: 'Ich habe einen Fall',
    withdraw: 'Angebot zurücknehmen',
    offered: 'Nur die Leitung sieht, dass Sie einen Fall haben.',
    offeredToAll: 'Der Kreis weiß, dass Sie einen Fall haben.',
    nextTime: 'Ein anderer Fall wurde gewählt. Ihrer kann noch gewählt werden.',
    named: 'Sie stellen den kommenden Fall vor.',
    asked: 'Die Leitung fragt, ob Sie einen Fall vorstellen möchten.',
    accept: 'Ja, ich stelle vor',
    decline: 'Diesmal nicht',
  },

  otherDevice: {
    title: 'Ihr Link wurde noch einmal geöffnet',
    opened: (name) => `${name} hat Ihren Link auf einem anderen Gerät geöffnet.`,
    isItYou: 'Sind Sie das? Wenn Sie nicht antworten, wird die Leitung gefragt.',
    askedAlone:
      'Sind Sie das? Wenn Sie nicht innerhalb von 15 Sekunden antworten, geht Ihr Platz an das andere Gerät.',
    yes: 'Ja, ich wechsle dorthin',
    no: 'Nein, das bin ich nicht',
  },

  news: {
    make: 'Ich habe Neues',
    takeBack: 'Doch nichts Neues',
    sign: 'hat Neues',
  },

  wish: {
    make: 'Ich möchte sprechen',
    takeBack: 'Wunsch zurücknehmen',
  },

  presenter: {
    needPause: 'Ich brauche eine Pause',
    pauseNeeded: 'Die Leitung erfährt, dass Sie eine Pause brauchen.',
    pauseWaits: 'Wer von der Leitung zuerst zurück ist, erfährt, dass Sie eine Pause brauchen.',
    pauseSeen: 'Die Leitung hat gesehen, dass Sie eine Pause brauchen.',
    askToSpeak: 'Darf ich etwas sagen?',
    wordAsked: 'Sie haben die Leitung um das Wort gebeten.',
    wordDeclined: 'Die Leitung hat gesehen, dass Sie um das Wort bitten: jetzt nicht.',
  },
};
