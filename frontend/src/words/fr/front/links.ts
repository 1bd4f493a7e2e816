import type { links as en } from '../../en/front/links';

/** How somebody joins, at the end of every invitation. */
const HOW_TO_JOIN =
  'Pour entrer, ouvrez le lien sur un ordinateur ou un téléphone qui a un micro. Un casque est préférable. Installez-vous dans une pièce calme, sans personne d’autre. Il n’y a ni compte à créer, ni rien à installer.';

const invitation =
  (invited: (title: string) => string) =>
  (title: string, sentence: string, link: string): string =>
    [
      invited(title),
      `Rien n’est enregistré, jamais, et voici notre cadre\u00a0: ${sentence}`,
      `Votre lien personnel, à ne donner à personne\u00a0:\n${link}`,
      HOW_TO_JOIN,
    ].join('\n\n');

export const links: typeof en = {
  links: {
    title: 'Votre cercle est prêt',
    explain:
      'Chaque lien est la place d’une personne. Donnez à chaque personne le sien, et celui de personne d’autre.',
    kept: 'Les liens sont gardés dans ce navigateur, et nulle part ailleurs, jusqu’à ce que vous disiez que tous sont distribués. Safari les oublie après une semaine sans visite\u00a0: distribuez-les avant. Sur un ordinateur partagé, choisissez «\u202fOublier les liens ici\u202f» avant de partir.',
    notKept:
      'Ce navigateur ne garde rien pour cette page\u00a0: les liens ne sont donc qu’ici. Copiez-les avant de la fermer ou de la recharger.',
    until: (time) =>
      `Il faut que quelqu’un entre une fois avant ${time}, ne serait-ce qu’un instant\u00a0: le cercle attend alors sa séance. Si personne ne le fait, il prend fin.`,
    own: 'Votre place',
    ownMeans: 'Ce lien est le vôtre\u00a0: il n’est donc dans aucune liste ci-dessous.',
    takeSeat: 'Prendre ma place',
    group: {
      facilitator: 'Leaders',
      member: 'Membres',
      observer: 'En observation',
    },
    seat: (n) => `Place ${n}`,
    line: (n, link) => `Place ${n}\u00a0: ${link}`,
    whose: 'Pour qui\u202f?',
    whoseSeat: (n) => `Pour qui est la place ${n}\u202f?`,
    whoseMeans:
      'Les noms que vous écrivez ici ne sont que pour vous\u00a0: ils restent dans ce navigateur, et ne figurent dans aucune invitation.',
    copyInvitation: 'Copier l’invitation',
    copyInvitationFor: (n) => `Copier l’invitation pour la place ${n}`,
    copyFacilitators: 'Copier les liens des leaders',
    copyOthers: 'Copier tous les liens des membres et des personnes en observation',
    copyMembers: 'Copier tous les liens des membres',
    more: 'Lien, e-mail, code QR',
    moreFor: (n) => `Lien, e-mail et code QR de la place ${n}`,
    copyLink: 'Copier seulement le lien',
    copyLinkFor: (n) => `Copier seulement le lien de la place ${n}`,
    share: 'Partager',
    shareFor: (n) => `Partager l’invitation pour la place ${n}`,
    mail: 'Écrire un e-mail',
    mailFor: (n) => `Écrire un e-mail avec l’invitation pour la place ${n}`,
    qrFor: (n) => `Code QR du lien de la place ${n}`,
    qrFailed: 'Le code QR n’a pas pu être dessiné. Le lien ci-dessus est le même.',
    forget: 'Tout est distribué\u00a0: oublier les liens ici',
    forgetTitle: 'Oublier les liens dans ce navigateur\u202f?',
    forgetText:
      'Personne ne peut plus les montrer. Le cercle reste ouvert, et chaque lien que vous avez donné ouvre toujours sa place.',
    forgetYes: 'Les oublier',
    forgetNo: 'Les garder ici',
    another: 'Ouvrir un autre cercle',
  },

  invitation: {
    subject: (title) => `Votre place dans le cercle Balint «\u202f${title}\u202f»`,
    facilitator: invitation(
      (title) => `Nous vous invitons à animer le cercle Balint «\u202f${title}\u202f».`,
    ),
    member: invitation((title) => `Nous vous invitons au cercle Balint «\u202f${title}\u202f».`),
    observer: invitation(
      (title) =>
        `Nous vous invitons à observer le cercle Balint «\u202f${title}\u202f»\u00a0: vous entendez tout, et personne ne vous entend. Tout le cercle est consulté avant que vous entriez.`,
    ),
  },
};
