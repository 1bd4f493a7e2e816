import type { microphone as en } from '../../en/everywhere/microphone';

export const microphone: typeof en = {
  mine: {
    waiting: {
      is: 'Warten auf Ihr Mikrofon',
      means: 'Wenn Ihr Browser fragt, erlauben Sie es. Bis dahin hört Sie niemand.',
    },
    denied: {
      is: 'Ihr Browser gibt kein Mikrofon frei',
      means:
        'Erlauben Sie es in der Adresszeile oder in den Einstellungen Ihres Geräts. Zuhören können Sie.',
    },
    busy: {
      is: 'Ihr Mikrofon lässt sich nicht nutzen',
      means:
        'Vielleicht nutzt es ein anderes Programm. Schließen Sie dieses, oder wählen Sie ein anderes Mikrofon.',
    },
    none: {
      is: 'Kein Mikrofon gefunden',
      means: 'Schließen Sie eines an. Zuhören können Sie auch ohne.',
    },
    insecure: {
      is: 'Kein Mikrofon unter dieser Adresse',
      means:
        'Sie beginnt mit http: Browser geben ein Mikrofon nur über https frei. Zuhören können Sie.',
    },
    withheld: {
      is: 'Diese App gibt kein Mikrofon frei',
      means:
        'Kopieren Sie Ihren Link aus der Nachricht, in der er stand, und öffnen Sie ihn im Browser. Zuhören können Sie.',
    },
    ended: {
      is: 'Ihr Mikrofon ist weg',
      means: 'Niemand hört Sie. Schließen Sie es wieder an, oder nehmen Sie ein anderes.',
    },
    opening: { is: 'Ihr Mikrofon startet', means: 'Noch hört Sie niemand.' },
    switched_off: {
      is: 'Ihr Mikrofon ist ausgeschaltet',
      means:
        'Nicht hier, sondern am Headset, durch Ihren Browser oder durch Ihr System. Niemand hört Sie.',
    },
    silent: {
      is: 'Von Ihrem Mikrofon kommt kein Ton',
      means: 'Ist das Mikrofon selbst ausgeschaltet? Sonst wählen Sie ein anderes.',
    },
    impossible: {
      is: 'Dieser Browser überträgt keinen Ton',
      means:
        'Sie hören niemanden, und niemand hört Sie. Öffnen Sie Ihren Link in einem anderen Browser. Wenn hier eine Einstellung oder Erweiterung Anrufe blockiert, lassen Sie die Anrufe zu und laden Sie die Seite neu.',
    },
  },
  tryAgain: 'Erneut versuchen',
  weakLineHelp:
    'Setzen Sie sich näher ans WLAN, oder nehmen Sie ein Kabel; beenden Sie Downloads und Videos.',

  unfollowed: {
    instead:
      'Das zuletzt benutzte Mikrofon wurde nicht gefunden. Stattdessen ist ein anderes ausgewählt.',
    kept: 'Das gewählte Mikrofon lässt sich gerade nicht nutzen. Sie behalten das bisherige.',
  },

  check: {
    start: 'Mikrofon prüfen',
    choose: 'Mikrofon',
    unnamed: (n) => `Mikrofon ${n}`,
    twin: (label, n) => `${label} (${n})`,
    level: 'Wie laut Ihr Mikrofon Sie hört',
    say: 'Sagen Sie etwas: Der Balken sollte sich bewegen.',

    line: 'Verbindung prüfen',
    lineAgain: 'Verbindung erneut prüfen',
  },
};
