import type { leading as en } from '../../en/circle/leading';
import { count } from '../count';

export const leading: typeof en = {
  leading: {
    title: 'Animer',
    handle: (cases) =>
      cases === 0
        ? 'Animer'
        : `Animer\u00a0: ${count(cases, 'cas est proposé', 'cas sont proposés')}`,
    next: (phase) => `Ensuite\u00a0: ${phase}`,
    back: (phase) => `Revenir à\u00a0: ${phase}`,
    skipTo: (phase) => `Passer à\u00a0: ${phase}`,
    skipEnds: (phase) => `Terminer le cas, et passer à\u00a0: ${phase}\u202f?`,
    skipEndsText:
      'Le cas se termine ici, avant le retour de la personne qui le présente. Vous pouvez y revenir par le déroulement de la séance.',
    endCase: 'Terminer le cas',
    endCaseNo: 'Continuer le cas',
    makePresenter: (name) => `Confier la présentation à ${name}`,
    atSeat: (name) => `Ce que vous pouvez faire pour ${name}`,
  },

  aimed: {
    ask_to_present: 'Demander de présenter',
    name_presenter: 'Confier la présentation',
    silence_person: 'Suspendre la parole',
    lift_silence: 'Rendre la parole',
    sit_outside: 'Vers le cercle extérieur',
    sit_inside: 'Vers le cercle intérieur',
    hand_clock: 'Confier l’horloge',
    go_on_without: 'Continuer sans cette personne',
    send_to_door: 'Faire attendre à la porte',
    end_invitation: 'Mettre fin à l’invitation',
  },

  endInvitation: {
    title: (who) => `Mettre fin à l’invitation\u00a0: ${who}\u202f?`,
    text: 'La connexion et la place prennent fin maintenant, et le lien ne mène plus dans le cercle.',
    no: 'La garder',
  },
};
