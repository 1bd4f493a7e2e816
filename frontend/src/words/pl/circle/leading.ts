import type { leading as en } from '../../en/circle/leading';
import { count } from '../count';

/** What only facilitators read. */
export const leading: typeof en = {
  leading: {
    title: 'Prowadzenie',
    handle: (cases: number) =>
      cases === 0
        ? 'Prowadzenie'
        : `Prowadzenie: ${count(cases, 'zgłoszony przypadek', 'zgłoszone przypadki', 'zgłoszonych przypadków')}`,
    next: (phase: string) => `Dalej: ${phase}`,
    back: (phase: string) => `Wstecz: ${phase}`,
    skipTo: (phase: string) => `Od razu: ${phase}`,
    skipEnds: (phase: string) => `Zakończyć przypadek i przejść dalej: ${phase}?`,
    skipEndsText:
      'Przypadek kończy się tutaj, przed powrotem osoby referującej. Można do niego wrócić przez etapy spotkania.',
    endCase: 'Zakończ przypadek',
    endCaseNo: 'Zostajemy przy nim',
    makePresenter: (name: string) => `Niech referuje: ${name}`,
    atSeat: (name: string) => `Co możesz zrobić: ${name}`,
  },

  aimed: {
    ask_to_present: 'Zapytaj o przypadek',
    name_presenter: 'Niech referuje',
    silence_person: 'Wycisz',
    lift_silence: 'Przywróć głos',
    sit_outside: 'Do kręgu zewnętrznego',
    sit_inside: 'Do kręgu wewnętrznego',
    hand_clock: 'Przekaż zegar',
    go_on_without: 'Dalej bez tej osoby',
    send_to_door: 'Niech poczeka u drzwi',
    end_invitation: 'Zakończ zaproszenie',
  },

  endInvitation: {
    title: (who: string) => `Zakończyć zaproszenie: ${who}?`,
    text: 'Połączenie i miejsce tej osoby kończą się teraz, a link nie prowadzi już do kręgu.',
    no: 'Zachowaj',
  },
};
