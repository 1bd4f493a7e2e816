import type { after as en } from '../../en/leading/after';

export const after: typeof en = {
  after: {
    title: 'Après la séance',
    notBegun:
      'La séance n’a pas commencé\u00a0: on ne garde donc pas qui était là, et le cercle peut être rouvert.',
    enterDebrief: 'Aller dans la salle des leaders',
    leaveDebrief: 'Revenir auprès des autres',
    bounded: 'Fermer la salle quand son temps est écoulé',
    record: 'Ce qui est gardé de cette séance',
    phases: 'Étapes',
    attendance: 'Qui était là',
    nothingElse: 'Cela, et rien d’autre.',
    stay: (times, minutes) => `${times}, ${minutes}\u00a0min`,
    minutes: (n) => `${n}\u00a0min`,
  },
};
