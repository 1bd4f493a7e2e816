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
    time: 'Temps',
    ends: (time) => `La séance finit vers ${time}.`,
    wouldEnd: (time) => `Commencée maintenant, la séance finit vers ${time}.`,
    thisStep: 'Cette étape',
    change: (n) => (n < 0 ? `−${-n}\u00a0min` : `+${n}\u00a0min`),
    pause: 'Arrêter l’horloge',
    resume: 'Relancer l’horloge',
    behind: (n) => `La séance a ${count(n, 'minute', 'minutes')} de retard.`,
    take: (n) => `Prendre ${n}\u00a0min sur les échanges`,
    youKeep: 'Vous tenez l’horloge.',
    keeps: (name) => `${name} tient l’horloge.`,
    takeClock: 'Prendre l’horloge',
    case: 'Cas',
    cases: 'Qui a un cas\u202f?',
    hasCase: (name) => `${name} a un cas.`,
    nextTime: 'Autres cas proposés',
    makePresenter: (name) => `Confier la présentation à ${name}`,
    atSeat: (name) => `Ce que vous pouvez faire pour ${name}`,
    end: 'Terminer la séance',
    endTitle: 'Terminer la séance pour tout le monde\u202f?',
    stay: 'Rester',
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

  door: {
    title: 'Porte',
    close: 'Fermer la porte',
    open: 'Ouvrir la porte',
    isOpen: 'Ouverte à toute personne invitée.',
    isClosed: 'Fermée\u00a0: pour entrer maintenant, il faut frapper.',
    notHere: (n) => `Invitations encore attendues (${n})`,
    empty: (seat, role) => `Place ${seat}, ${role}\u00a0: encore personne`,
    cannotCome: 'absence annoncée',
    endTitle: (who) => `Mettre fin à l’invitation\u00a0: ${who}\u202f?`,
    endText:
      'La connexion et la place prennent fin maintenant, et le lien ne mène plus dans le cercle.',
    endNo: 'La garder',
    seat: (seat) => `place ${seat}`,
  },
};
