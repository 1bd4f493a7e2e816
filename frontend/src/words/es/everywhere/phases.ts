import type { phases as en } from '../../en/everywhere/phases';

/** The names of the phases. */
export const phases: typeof en = {
  phase: {
    gathering: 'Llegada',
    opening: 'Apertura',
    follow_up: 'Seguimiento',
    call_for_case: 'Propuesta de caso',
    presentation: 'Presentación',
    clarifying_questions: 'Preguntas aclaratorias',
    sit_back: 'A la escucha',
    reflection: 'Reflexión',
    presenter_returns: 'Regreso al círculo',
    closing: 'Cierre',
    lingering: 'Después',
    ended: 'Fin',
  },
};
