import type { door as en } from '../../en/circle/door';

export const door: typeof en = {
  waiting: {
    title: 'Vous êtes à la porte',
    open: 'Les leaders peuvent vous ouvrir.',
    closed: 'Le cercle a fermé sa porte. Seuls les leaders peuvent vous ouvrir.',
    asked: 'On demande au cercle si vous pouvez observer. Puis les leaders peuvent vous ouvrir.',
    sent: 'Les leaders vous font attendre à la porte, et peuvent vous ouvrir de nouveau.',
    yourself:
      'Votre place est prise pour l’instant. On demande à la personne qui l’occupe si c’est bien vous.',
    nobody:
      'Aucun autre leader n’est ici. D’ici deux minutes, vous entrerez sans qu’on vous ouvre\u202f; sous le nom que vous aviez ici, tout de suite.',
    quiet: 'Ici, personne ne vous entend, et vous n’entendez personne.',
  },

  askedToLeave: {
    title: 'Quitter le cercle\u202f?',
    back: 'Dans cette fenêtre, vous avez demandé la page précédente. La séance continue entre-temps. Si vous partez, votre place est gardée, et le même lien y ramène.',
    onward:
      'Dans cette fenêtre, vous avez ouvert un autre lien. La séance continue entre-temps. Si vous partez, votre place est gardée, et le lien de ce cercle y ramène.',
    yes: 'Quitter le cercle',
    no: 'Rester',
  },
};
