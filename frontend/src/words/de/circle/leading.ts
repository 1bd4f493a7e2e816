import type { leading as en } from '../../en/circle/leading';
import { count } from '../count';

export const leading: typeof en = {
  leading: {
    title: 'Leiten',
    handle: (cases) =>
      cases === 0
        ? 'Leiten'
        : `Leiten: ${count(cases, 'Fall ist angeboten', 'Fälle sind angeboten')}`,
    next: (phase) => `Weiter: ${phase}`,
    back: (phase) => `Zurück zu: ${phase}`,
    skipTo: (phase) => `Springen zu: ${phase}`,
    skipEnds: (phase) => `Fall beenden, weiter mit „${phase}“?`,
    skipEndsText:
      'Der Fall endet hier, bevor die vorstellende Person zurückgekehrt ist. Über die Schritte des Treffens können Sie zu ihm zurückkehren.',
    endCase: 'Fall beenden',
    endCaseNo: 'Fall fortsetzen',
    time: 'Zeit',
    ends: (time) => `Das Treffen endet etwa um ${time}.`,
    wouldEnd: (time) => `Wenn Sie jetzt beginnen, endet das Treffen etwa um ${time}.`,
    thisStep: 'Dieser Schritt',
    change: (n) => (n < 0 ? `−${-n} min` : `+${n} min`),
    pause: 'Uhr anhalten',
    resume: 'Uhr starten',
    behind: (n) => `Das Treffen ist ${count(n, 'Minute', 'Minuten')} im Verzug.`,
    take: (n) => `${n} min von der Reflexion nehmen`,
    youKeep: 'Sie führen die Uhr.',
    keeps: (name) => `${name} führt die Uhr.`,
    takeClock: 'Uhr übernehmen',
    case: 'Fall',
    cases: 'Wer hat einen Fall?',
    hasCase: (name) => `${name} hat einen Fall.`,
    nextTime: 'Weitere angebotene Fälle',
    makePresenter: (name) => `Vorstellen lassen: ${name}`,
    atSeat: (name) => `Was Sie für ${name} tun können`,
    end: 'Treffen beenden',
    endTitle: 'Das Treffen für alle beenden?',
    stay: 'Bleiben',
  },

  aimed: {
    ask_to_present: 'Um einen Fall bitten',
    name_presenter: 'Vorstellen lassen',
    silence_person: 'Stumm stellen',
    lift_silence: 'Wieder sprechen lassen',
    sit_outside: 'In den Außenkreis',
    sit_inside: 'In den Innenkreis',
    hand_clock: 'Uhr übergeben',
    go_on_without: 'Ohne diese Person weiter',
    send_to_door: 'Zurück an die Tür',
    end_invitation: 'Einladung beenden',
  },

  door: {
    title: 'Tür',
    close: 'Tür schließen',
    open: 'Tür öffnen',
    isOpen: 'Offen für alle, die eingeladen sind.',
    isClosed: 'Geschlossen: Wer jetzt kommt, muss klopfen.',
    notHere: (n) => `Eingeladen, noch nicht da (${n})`,
    empty: (seat, role) => `Platz ${seat}, ${role}: noch niemand`,
    cannotCome: 'kann nicht kommen',
    endTitle: (who) => `Die Einladung von ${who} beenden?`,
    endText:
      'Die Verbindung und der Platz dieser Person enden jetzt, und der Link führt nicht mehr in den Kreis.',
    endNo: 'Behalten',
    seat: (seat) => `Platz ${seat}`,
  },
};
