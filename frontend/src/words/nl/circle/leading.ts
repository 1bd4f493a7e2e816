import type { leading as en } from '../../en/circle/leading';
import { count } from '../count';

export const leading: typeof en = {
  leading: {
    title: 'Begeleiden',
    handle: (cases) =>
      cases === 0
        ? 'Begeleiden'
        : `Begeleiden: ${count(cases, 'casus is aangeboden', 'casussen zijn aangeboden')}`,
    next: (phase) => `Volgende: ${phase}`,
    back: (phase) => `Terug naar: ${phase}`,
    skipTo: (phase) => `Meteen naar: ${phase}`,
    skipEnds: (phase) => `De casus beëindigen, en door naar: ${phase}?`,
    skipEndsText:
      'De casus eindigt hier, voordat de inbrenger is teruggekeerd. Via de stappen van de bijeenkomst kun je ernaar terug.',
    endCase: 'Casus beëindigen',
    endCaseNo: 'Doorgaan met de casus',
    time: 'Tijd',
    ends: (time) => `De bijeenkomst eindigt rond ${time}.`,
    wouldEnd: (time) => `Begint de bijeenkomst nu, dan eindigt die rond ${time}.`,
    thisStep: 'Deze stap',
    change: (n) => (n < 0 ? `−${-n} min` : `+${n} min`),
    pause: 'Klok pauzeren',
    resume: 'Klok starten',
    behind: (n) => `De bijeenkomst loopt ${count(n, 'minuut', 'minuten')} uit.`,
    take: (n) => `${n} min van de reflectie afhalen`,
    youKeep: 'Jij houdt de klok bij.',
    keeps: (name) => `${name} houdt de klok bij.`,
    takeClock: 'De klok overnemen',
    case: 'Casus',
    cases: 'Wie heeft een casus?',
    hasCase: (name) => `${name} heeft een casus.`,
    nextTime: 'Andere aangeboden casussen',
    makePresenter: (name) => `Inbrenger maken: ${name}`,
    atSeat: (name) => `Wat je voor ${name} kunt doen`,
    end: 'Bijeenkomst beëindigen',
    endTitle: 'De bijeenkomst voor iedereen beëindigen?',
    stay: 'Blijven',
  },

  aimed: {
    ask_to_present: 'Om inbreng vragen',
    name_presenter: 'Inbrenger maken',
    silence_person: 'Stem uitzetten',
    lift_silence: 'Weer laten horen',
    sit_outside: 'Naar de buitenkring',
    sit_inside: 'Naar de binnenkring',
    hand_clock: 'De klok overdragen',
    go_on_without: 'Zonder deze persoon door',
    send_to_door: 'Aan de deur laten wachten',
    end_invitation: 'Uitnodiging beëindigen',
  },

  door: {
    title: 'Deur',
    close: 'Deur sluiten',
    open: 'Deur openen',
    isOpen: 'Open voor wie is uitgenodigd.',
    isClosed: 'Gesloten: wie nu komt, moet aankloppen.',
    notHere: (n) => `Uitgenodigd, nog niet binnen (${n})`,
    empty: (seat, role) => `Plaats ${seat}, ${role}: nog niemand`,
    cannotCome: 'afgemeld',
    endTitle: (who) => `De uitnodiging van ${who} beëindigen?`,
    endText:
      'De verbinding en de plaats van deze persoon eindigen nu, en de link brengt niemand meer in de kring.',
    endNo: 'Behouden',
    seat: (seat) => `plaats ${seat}`,
  },
};
