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
    makePresenter: (name) => `Inbrenger maken: ${name}`,
    atSeat: (name) => `Wat je voor ${name} kunt doen`,
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

  endInvitation: {
    title: (who) => `De uitnodiging van ${who} beëindigen?`,
    text: 'De verbinding en de plaats van deze persoon eindigen nu, en de link brengt niemand meer in de kring.',
    no: 'Behouden',
  },
};
