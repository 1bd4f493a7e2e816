import type { phases as en } from '../../en/everywhere/phases';

export const phases: typeof en = {
  phase: {
    gathering: 'Aankomst',
    opening: 'Opening',
    follow_up: 'Terugblik',
    call_for_case: 'Vraag om een casus',
    presentation: 'Inbreng',
    clarifying_questions: 'Verhelderende vragen',
    sit_back: 'Buiten de kring',
    reflection: 'Reflectie',
    presenter_returns: 'Inbrenger keert terug',
    closing: 'Afsluiting',
    lingering: 'Na afloop',
    ended: 'Einde',
  },
};
