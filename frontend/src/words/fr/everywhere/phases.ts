import type { phases as en } from '../../en/everywhere/phases';

export const phases: typeof en = {
  phase: {
    gathering: 'Arrivée',
    opening: 'Ouverture',
    follow_up: 'Suivi',
    call_for_case: 'Appel à cas',
    presentation: 'Présentation',
    clarifying_questions: 'Questions de clarification',
    sit_back: 'Mise en retrait',
    reflection: 'Échanges',
    presenter_returns: 'Retour',
    closing: 'Clôture',
    lingering: 'Après la séance',
    ended: 'Fin',
  },
};
