import type { phases as en } from '../../en/everywhere/phases';

export const phases: typeof en = {
  phase: {
    gathering: 'Chegada',
    opening: 'Abertura',
    follow_up: 'Seguimento',
    call_for_case: 'Procura de um caso',
    presentation: 'Apresentação',
    clarifying_questions: 'Perguntas de esclarecimento',
    sit_back: 'Recuo',
    reflection: 'Reflexão',
    presenter_returns: 'Regresso ao círculo',
    closing: 'Encerramento',
    lingering: 'Depois da sessão',
    ended: 'Fim',
  },
};
