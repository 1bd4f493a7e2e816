import type { phases as en } from '../../en/everywhere/phases';

/** The names of the phases. */
export const phases: typeof en = {
  phase: {
    gathering: 'Arrivo',
    opening: 'Apertura',
    follow_up: 'Follow-up',
    call_for_case: 'Proposta di un caso',
    presentation: 'Presentazione',
    clarifying_questions: 'Domande di chiarimento',
    sit_back: 'In disparte',
    reflection: 'Riflessione',
    presenter_returns: 'Rientro nel cerchio',
    closing: 'Chiusura',
    lingering: 'Dopo l’incontro',
    ended: 'La fine',
  },
};
