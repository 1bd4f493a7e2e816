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
    makePresenter: (name) => `Vorstellen lassen: ${name}`,
    atSeat: (name) => `Was Sie für ${name} tun können`,
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

  endInvitation: {
    title: (who) => `Die Einladung von ${who} beenden?`,
    text: 'Die Verbindung und der Platz dieser Person enden jetzt, und der Link führt nicht mehr in den Kreis.',
    no: 'Behalten',
  },
};
