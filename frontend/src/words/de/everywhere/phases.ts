import type { phases as en } from '../../en/everywhere/phases';

export const phases: typeof en = {
  phase: {
    gathering: 'Ankommen',
    opening: 'Eröffnung',
    follow_up: 'Rückblick',
    call_for_case: 'Frage nach einem Fall',
    presentation: 'Fallvorstellung',
    clarifying_questions: 'Sachfragen',
    sit_back: 'Zurücklehnen',
    reflection: 'Reflexion',
    presenter_returns: 'Rückkehr',
    closing: 'Abschluss',
    lingering: 'Ausklang',
    ended: 'Ende',
  },
};
