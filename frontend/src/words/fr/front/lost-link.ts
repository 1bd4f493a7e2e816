import type { lostLink as en } from '../../en/front/lost-link';

export const lostLink: typeof en = {
  lostLink: {
    title: 'Avez-vous un lien vers un cercle\u202f?',
    cut: 'Cette adresse ne mène à aucun cercle\u00a0: la fin de son lien s’est perdue en route.',
    bookmark:
      'À elle seule, cette adresse ne mène à aucune place. La clé est dans le lien de votre invitation, et cette page ne la montre à personne. Ouvrez de nouveau ce lien.',
    explain: 'Collez ici le lien entier, ou le message qui le contenait.',
    field: 'Votre lien',
    go: 'Aller à ma place',
    looksLike: (site) => `Un lien entier ressemble à ceci\u00a0: ${site}/#WyJxT3Z2bDlJ….Kd8sVtqN4u`,
    none: 'Il n’y a pas de lien entier ici. Il a peut-être été coupé\u00a0: demandez à votre leader de vous le renvoyer.',
    byMail: 'Ou faites envoyer le lien de votre groupe à l’adresse que vous avez donnée au groupe.',
    send: 'M’envoyer mon lien',
  },
};
