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
    time: 'Czas',
    ends: (time: string) => `Spotkanie skończy się około ${time}.`,
    wouldEnd: (time: string) => `Jeśli zaczniecie teraz, spotkanie skończy się około ${time}.`,
    thisStep: 'Ten etap',
    change: (n: number) => (n < 0 ? `−${-n} min` : `+${n} min`),
    pause: 'Zatrzymaj zegar',
    resume: 'Uruchom zegar',
    behind: (n: number) => `Spotkanie jest spóźnione o ${count(n, 'minutę', 'minuty', 'minut')}.`,
    take: (n: number) => `Skróć pracę grupy o ${n} min`,
    youKeep: 'Czasu pilnujesz ty.',
    keeps: (name: string) => `Czasu pilnuje ${name}.`,
    takeClock: 'Przejmij zegar',
    case: 'Przypadek',
    cases: 'Kto ma przypadek?',
    hasCase: (name: string) => `${name} ma przypadek.`,
    nextTime: 'Inne zgłoszone przypadki',
    makePresenter: (name: string) => `Niech referuje: ${name}`,
    atSeat: (name: string) => `Co możesz zrobić: ${name}`,
    end: 'Zakończ spotkanie',
    endTitle: 'Zakończyć spotkanie dla wszystkich?',
    stay: 'Zostań',
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

  door: {
    title: 'Drzwi',
    close: 'Zamknij drzwi',
    open: 'Otwórz drzwi',
    isOpen: 'Otwarte dla każdej zaproszonej osoby.',
    isClosed: 'Zamknięte: kto teraz przychodzi, musi zapukać.',
    notHere: (n: number) => `Zaproszone osoby, na które czekamy (${n})`,
    empty: (seat: number, role: string) => `Miejsce ${seat} (${role}): jeszcze nikogo`,
    cannotCome: 'zgłoszona nieobecność',
    endTitle: (who: string) => `Zakończyć zaproszenie: ${who}?`,
    endText: 'Połączenie i miejsce tej osoby kończą się teraz, a link nie prowadzi już do kręgu.',
    endNo: 'Zachowaj',
    seat: (seat: number) => `miejsce ${seat}`,
  },
};
