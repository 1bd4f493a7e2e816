import type { Phase } from '../../../protocol';

/** The names of the phases. */
export const phases = {
  phase: {
    gathering: 'Arriving',
    opening: 'Opening',
    follow_up: 'Follow-up',
    call_for_case: 'Call for a case',
    presentation: 'Presentation',
    clarifying_questions: 'Clarifying questions',
    sit_back: 'Sit back',
    reflection: 'Reflection',
    presenter_returns: 'Presenter returns',
    closing: 'Closing',
    lingering: 'Afterwards',
    ended: 'The end',
  } satisfies Record<Phase, string>,
};
