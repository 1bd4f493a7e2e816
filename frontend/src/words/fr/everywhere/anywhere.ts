import type { anywhere as en } from '../../en/everywhere/anywhere';

export const anywhere: typeof en = {
  close: 'Fermer',

  language: {
    choose: 'Langue',
    notKept:
      'Ce navigateur ne garde rien pour cette page\u00a0: elle suit donc la langue du navigateur.',
  },

  copying: {
    copied: 'Copié',
    failedTitle: 'Copiez-le vous-même',
    failed:
      'Ce navigateur ne laisse pas la page copier. Le texte est sélectionné\u00a0: copiez-le au clavier, ou gardez le doigt dessus.',
  },

  part: {
    failed: 'Cette partie de la page ne fonctionne plus. Le son continue.',
    again: 'L’afficher de nouveau',
    loading: 'Cette partie de la page se charge.',
    unloaded: 'Une partie de cette page n’a pas pu se charger.',
    doWithout: 'Cette partie n’a pas pu se charger. Vous pouvez entrer sans elle.',
    reload: 'Recharger la page',
  },
};
