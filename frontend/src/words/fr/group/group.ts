import type { group as en } from '../../en/group/group';
import { count } from '../count';

export const group: typeof en = {
  looking: 'Recherche de votre groupe',
  kept: 'C’est sauvegardé.',
  asking: 'En attente du serveur',
  unreachable:
    'Le serveur n’a pas répondu. Cette page montrera si cela a été sauvegardé dès qu’il répondra de nouveau.',
  unread:
    'Le serveur ne répond pas pour l’instant. Ce que vous voyez date d’avant\u202f; cette page continue d’essayer.',
  notRead: 'Votre groupe ne peut pas être lu pour l’instant',
  goesOn: 'Rien n’en est perdu. Cette page continue d’essayer.',
  again: 'Réessayer',
  you: (name, role) => `Vous êtes ici sous ce nom\u00a0: ${name}, ${role}.`,
  role: {
    facilitator: 'leader',
    presenter: 'membre',
    member: 'membre',
    observer: 'en observation',
  },

  closed: {
    not_invited: {
      title: 'Ce lien n’ouvre aucun groupe',
      text: 'Il a peut-être été renouvelé ou retiré, sa séance est peut-être annulée ou passée, ou une partie du lien s’est perdue en route. L’ouvrir n’a rien changé. Demandez votre lien aux leaders du groupe.',
    },
    erased: {
      title: 'Ce groupe n’existe plus ici',
      text: 'Il a été effacé, avec tout ce qui en était gardé. Ce que vous avez téléchargé vous reste. Si vous ne vous y attendiez pas, parlez-en avec les leaders du groupe.',
    },
    left: {
      title: 'Vous avez quitté le groupe',
      text: 'Votre nom est retiré, et votre lien n’ouvre plus le groupe. Vos minutes restent dans ses relevés, sans nom.',
    },
  },

  unkept: {
    title: 'Quitter cette page\u202f?',
    text: 'Une partie de ce que vous avez écrit ici n’est pas encore sauvegardée. Si vous partez, elle est perdue.',
    yes: 'Quitter la page',
    no: 'Rester ici',
  },

  meeting: {
    next: 'La prochaine séance',
    today: 'L’entrée est ouverte',
    none: 'Aucune date n’est prévue.',
    others: 'Les autres dates',
    on: (day, hours) => `${day}, ${hours}`,
    there: (place, day, hours) => `${place}\u00a0: ${day}, ${hours}`,
    odd: {
      skipped:
        'On avance les horloges à ce moment-là\u00a0: la séance commence donc plus tard d’autant.',
      twice:
        'On recule les horloges à ce moment-là, et cette heure vient donc deux fois\u00a0: c’est de la première qu’il s’agit.',
    },
    moved: 'Cette date a été changée.',
    cancelled: 'Cette date est annulée.',
    enter: 'Entrer dans la séance',
    opens: 'Vous pouvez entrer dès 30\u00a0minutes avant le début.',
    acceptFirst: 'Vous pourrez entrer une fois que vous aurez accepté le cadre du groupe.',
    absent: 'Je ne peux pas venir',
    absentOn: (day) => `Je ne peux pas venir\u00a0: ${day}`,
    comes: 'Je peux venir, finalement',
    comesOn: (day) => `Je peux venir, finalement\u00a0: ${day}`,
    saidAbsent: 'Vous avez dit que vous ne pouviez pas venir.',
    sayAgain:
      'La date a été déplacée après que vous avez dit ne pas pouvoir venir. Si vous ne pouvez pas venir non plus à la nouvelle heure, dites-le de nouveau.',
    noReason: 'On ne demande pas de raison. Les leaders le voient, et vous pouvez changer d’avis.',
  },

  guests: {
    member: (name) => `${name} voudrait venir pour cette seule séance.`,
    observer: (name) => `${name} voudrait observer\u00a0: entendre, sans prendre la parole.`,
    all: 'Cette personne n’entre que si toutes celles qui viennent sont d’accord.',
    first:
      'Vous aviez dit ne pas pouvoir venir\u00a0: les autres ont donc donné leur accord sans vous. Vous pourrez entrer dès que vous aurez donné le vôtre.',
    agree: (name) => `Je suis d’accord pour ${name}`,
    agreed: (name) => `Vous êtes d’accord pour ${name}.`,
    takeBack: 'Retirer mon accord',
  },

  terms: {
    isNew:
      'Lisez ceci, et acceptez-le si vous êtes d’accord. Vous pourrez alors entrer dans les séances du groupe.',
    accept: 'J’accepte',
    quorum: (n) => `Nous nous réunissons si au moins ${n} d’entre nous peuvent venir.`,
    closed: 'Nous sommes toujours les mêmes personnes.',
    open: 'D’autres personnes peuvent nous rejoindre.',
    kept: (n) =>
      `Qui était là, et combien de temps, est gardé pendant ${n}\u00a0mois, pour les attestations. Les absences annoncées sont gardées jusqu’à 30\u00a0jours après la séance.`,
    fairTurn:
      'Si tout le monde est d’accord, on note la date à laquelle chaque personne a présenté pour la dernière fois.',
    endCard:
      'Après une séance, chaque personne peut dire, sans donner son nom, comment elle l’a vécue.',
    quarterly:
      'Une fois par trimestre, chaque personne peut dire, sans donner son nom, comment cela se passe au travail.',
  },

  calendar: {
    title: 'Dans mon calendrier',
    download: 'Télécharger les dates',
    follows: 'Une adresse que mon calendrier suit',
    means:
      'Votre calendrier y lit les dates, et voit quand l’une d’elles est déplacée ou annulée. Elle n’ouvre aucune séance. Gardez-la pour vous.',
    make: 'Créer l’adresse',
    show: 'Montrer l’adresse',
    renew: 'Créer une nouvelle adresse',
    renewMeans: 'L’ancienne adresse cesse alors de fonctionner.',
    copy: 'Copier l’adresse',
  },

  attendance: {
    title: 'Mes présences',
    none: 'Aucune séance n’a encore eu lieu.',
    minutes: (n) => count(n, 'minute', 'minutes'),
    notThere: 'pas là',
    confirmed: 'confirmée',
    unconfirmed: 'pas encore confirmée',
    lapsed: 'n’a pas été confirmée à temps',
    corrected: 'corrigée',
    inPerson: 'en présence',
    certificate: 'Attestation de présence',
    onlyConfirmed: 'Y figurent les séances que les leaders ont confirmées.',
    from: 'Du',
    until: 'Au',
    number: 'Votre numéro auprès d’un organisme, s’il en demande un',
    numberMeans: 'Il est imprimé sur l’attestation, et n’est gardé nulle part.',
    download: 'Télécharger l’attestation',
    print: 'L’imprimer d’ici',
    takeFirst:
      'Les attestations et les journaux doivent être téléchargés avant. Après, ce n’est plus possible.',
    noSpan: 'Le premier jour vient après le dernier. Choisissez-les de nouveau.',
  },

  cards: {
    meeting: 'Comment avez-vous vécu cette séance\u202f?',
    choices: [
      'Je repars avec beaucoup',
      'Je repars avec quelque chose',
      'Je repars avec peu',
      'Elle a été difficile pour moi',
    ],
    counts: 'Comment la séance a été vécue',
    anonymous: (quarterly) =>
      `Dans le groupe, personne ne voit qui a répondu quoi. Les nombres sont montrés une seule fois, après ${quarterly ? 'le trimestre' : 'deux jours'}, et seulement si au moins cinq personnes ont répondu. D’ici là, le serveur garde les nombres, et qui a répondu\u00a0: la personne qui le gère pourrait en déduire qui a répondu quoi.`,
    /** The single item of the Physician Work Life Study, translated here: no French wording of it was found. */
    quarter:
      'Dans l’ensemble, selon votre propre définition du burn-out, à quel niveau situez-vous le vôtre\u202f?',
    quarterly: [
      'J’aime mon travail. Je n’ai aucun symptôme de burn-out.',
      'Il m’arrive d’être sous pression, et je n’ai pas toujours autant d’énergie qu’avant, mais je n’ai pas le sentiment d’être en burn-out.',
      'Le burn-out s’installe nettement chez moi, et j’en ai un ou plusieurs symptômes, comme un épuisement physique et émotionnel.',
      'Les symptômes de burn-out que j’éprouve ne disparaissent pas. Je pense beaucoup à ce qui me frustre dans mon travail.',
      'Je me sens en burn-out complet, et je me demande souvent si je peux continuer. J’en suis au point où il me faut peut-être changer certaines choses ou chercher une forme d’aide.',
    ],
    quarterTitle: 'Comment cela se passe au travail',
    quarterOf: (quarter) => `Le trimestre ${quarter}`,
    answer: 'Donner cette réponse',
    answered: 'Vous avez répondu. Merci.',
    times: (choice, n) => `${choice}\u00a0: ${n}`,
  },

  turns: {
    title: 'Ma dernière présentation',
    share: 'Noter la date quand je présente',
    means:
      'Cela commence quand tout le groupe est d’accord. Vous voyez votre date, et les leaders la voient\u202f; s’il n’y a eu qu’un cas ce jour-là, elle révèle que c’était le vôtre. Si vous retirez votre accord, elle disparaît.',
    last: (day) => `Votre dernière présentation\u00a0: ${day}.`,
    never: 'Vous n’avez encore noté aucune présentation.',
    waits:
      'Tout le monde n’est pas d’accord\u00a0: rien n’est noté, et les dates déjà notées ne sont pas montrées.',
    presented: 'J’ai présenté dans cette séance',
  },

  cases: {
    title: 'Cas précédents',
    means:
      'De chaque cas, seuls le numéro et la date sont gardés ici, jamais ce qui a été raconté. Cochez ceux que vous avez présentés\u00a0: seul ce navigateur le garde.',
    of: (number, day) => `Cas ${number}, ${day}`,
    older: 'Cas plus anciens',
  },

  mail: {
    title: 'Les e-mails que je reçois',
    means:
      'On vous écrit quand une date du groupe est déplacée ou annulée, et un lien perdu peut vous être envoyé de nouveau. Personne dans le groupe ne voit votre adresse.',
    address: 'Votre adresse',
    given: (address: string) => `Les e-mails vont à ${address}.`,
    note: 'M’envoyer un code',
    codeSent: (address: string) =>
      `Un code est en route vers ${address}. Saisissez-le ici dans les 24\u00a0heures\u00a0: jusque-là, rien d’autre n’y est envoyé. S’il n’arrive pas, regardez dans le courrier indésirable.`,
    code: 'Le code',
    prove: 'Cette adresse est la mienne',
    wrongCode: 'Ce n’est pas le code. Il y a cinq essais en tout.',
    codeOver:
      'Le code a été faux cinq fois et n’est plus accepté. Vous pouvez donner maintenant une autre adresse, ou de nouveau celle-ci dans 24\u00a0heures.',
    erase: 'Ne plus m’écrire',
  },

  myself: {
    title: 'Ce navigateur et moi',
    link: 'Mon lien personnel',
    linkMeans:
      'Il n’est qu’à vous, pour toutes les séances\u00a0: toute personne qui l’ouvre entre comme si c’était vous. Ouvrez-le sur vos autres appareils, et ne l’envoyez à personne d’autre.',
    copyLink: 'Copier mon lien',
    linkAsQr: 'Code QR de mon lien',
    remember: 'Retenir ce groupe dans ce navigateur',
    rememberMeans:
      'La page d’accueil vous y mène alors, sans votre lien. Pas sur un appareil partagé.',
    rememberKey: 'La clé de vos séances scellées est gardée avec lui.',
    safari: 'Safari l’oublie après une semaine sans visite\u00a0: gardez aussi votre lien.',
    forget: 'Oublier ce groupe dans ce navigateur',
    notRemembered:
      'Ce navigateur ne garde rien pour cette page. Gardez votre lien là où vous le retrouverez.',
    export: 'Télécharger ce qui est gardé de moi',
    leave: 'Retirer mon nom du groupe',
    leaveTitle: 'Quitter le groupe\u202f?',
    leaveText:
      'Votre nom est retiré, et votre lien cesse de fonctionner. Vos minutes restent dans les relevés, sans nom. Les leaders peuvent vous inviter de nouveau.',
    leaveYes: 'Quitter le groupe',
    leaveNo: 'Rester',
  },

  people: {
    title: 'Qui nous sommes',
  },

  guest: {
    title: (group) => `Une séance de «\u202f${group}\u202f»`,
    invited: {
      facilitator: 'Nous vous invitons.',
      presenter: 'Nous vous invitons.',
      member: 'Nous vous invitons à cette seule séance.',
      observer:
        'Nous vous invitons à observer cette seule séance\u00a0: vous entendez, et personne ne vous entend.',
    },
    agreed: 'Vous pourrez entrer si toutes les personnes qui viennent sont d’accord.',
    waits:
      'La séance précédente n’est pas encore terminée. Vous pourrez entrer quand elle le sera.',
    over: 'Le temps pour entrer dans cette séance est passé. Si l’on vous invite de nouveau, vous recevrez un autre lien.',
  },

  key: {
    missing: (leads) =>
      `Les séances de ce groupe sont scellées, et votre lien a perdu sa clé\u00a0: la partie après le ~. Ouvrez le lien tel qu’il vous a été envoyé, ou demandez ${leads ? 'à une autre personne parmi les leaders' : 'aux leaders'} de vous le renvoyer. Vos dates et vos présences sont tout de même ici.`,
    broken: (leads) =>
      `Les séances de ce groupe sont scellées, et la clé de votre lien est incorrecte\u00a0: un caractère manque ou est erroné. Copiez encore une fois le lien entier, ou demandez ${leads ? 'à une autre personne parmi les leaders' : 'aux leaders'} de vous le renvoyer. Vos dates et vos présences sont tout de même ici.`,
    other: (leads) =>
      `Les séances de ce groupe sont scellées, et votre lien a la clé d’un autre groupe, ou une ancienne clé de celui-ci. Demandez ${leads ? 'à une autre personne parmi les leaders' : 'aux leaders'} de vous renvoyer votre lien. Vos dates et vos présences sont tout de même ici.`,
    sent: (leads) =>
      `La clé de votre lien a été envoyée au serveur, car le lien a été réécrit en route. La personne qui gère le serveur pourrait écouter. ${leads ? 'Pour plus de sûreté, donnez une autre clé au groupe, et envoyez les liens par une autre voie.' : 'Demandez à une personne parmi les leaders de donner une autre clé au groupe.'}`,
    unable: () =>
      'Les séances de ce groupe sont scellées, et cette page ne peut pas lire de clés ici\u00a0: il faut pour cela un navigateur plus récent, et une adresse qui commence par https.',
  },
};
