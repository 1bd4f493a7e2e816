import type { after as en } from '../../en/leading/after';

export const after: typeof en = {
  after: {
    title: 'Après la séance',
    end: 'Terminer la séance',
    endTitle: 'Terminer la séance pour tout le monde\u202f?',
    stay: 'Rester',
    notBegun:
      'La séance n’a pas commencé\u00a0: on ne garde donc pas qui était là, et le cercle peut être rouvert.',
    endText: (group) =>
      `Le cercle se ferme et ne peut plus être rouvert. On garde qui était là et combien de temps chaque étape a duré, ${group ? 'ainsi que le numéro et la date de chaque cas, ' : ''}et rien d’autre.`,
    enterDebrief: 'Aller dans la salle des leaders',
    leaveDebrief: 'Revenir auprès des autres',
    bounded: 'Fermer la salle quand son temps est écoulé',
    record: 'Ce qui est gardé de cette séance',
    phases: 'Étapes',
    attendance: 'Qui était là',
    nothingElse: (group) =>
      `Cela, ${group ? 'ainsi que le numéro et la date de chaque cas, ' : ''}et rien d’autre.`,
    minutes: (n) => `${n}\u00a0min`,
  },
};
