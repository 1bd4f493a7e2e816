import type { phases as en } from '../../en/everywhere/phases';

/** The names of the phases. */
export const phases: typeof en = {
  phase: {
    gathering: 'Schodzimy się',
    opening: 'Otwarcie',
    follow_up: 'Dalsze losy',
    call_for_case: 'Zgłaszanie przypadku',
    presentation: 'Przedstawienie przypadku',
    clarifying_questions: 'Pytania o fakty',
    sit_back: 'Odsunięcie się',
    reflection: 'Praca grupy',
    presenter_returns: 'Powrót osoby referującej',
    closing: 'Zakończenie',
    lingering: 'Po spotkaniu',
    ended: 'Koniec',
  },
};
