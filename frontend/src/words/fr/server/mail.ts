import type { mail as en } from '../../en/server/mail';

export const mail: typeof en = {
  mail: {
    dateChanged: (group) => `${group}\u00a0: une date a changé`,
    dates: (group) => `${group}\u00a0:`,
    cancelled: (when) => `La séance du ${when} est annulée.`,
    moved: (before, now) => `La séance du ${before} est déplacée au ${now}.`,
    takes: (when, minutes) => `La séance du ${when} dure maintenant ${minutes}\u00a0minutes.`,
    when: (day, time, zone) => `${day}, ${time} (${zone})`,
    showsAll: 'Votre lien personnel montre toutes les dates.',
    fewSubject: (group) => `${group}\u00a0: peu de personnes peuvent venir`,
    few: (when, expected, quorum) =>
      `La séance du ${when}. Personnes qui peuvent venir\u00a0: ${expected}\u202f; minimum convenu pour se réunir\u00a0: ${quorum}.`,
    fewShows:
      'Votre lien personnel montre qui ne peut pas venir. Ce message n’est envoyé qu’une fois par date.',
    unconfirmedSubject: (group) => `${group}\u00a0: une séance n’est pas encore confirmée`,
    unconfirmed: (when, until) =>
      `La séance du ${when} peut être confirmée jusqu’à cette date\u00a0: ${until}. Sinon, elle ne figure sur aucune attestation.`,
    unconfirmedShows:
      'Votre lien personnel mène là où vous confirmez qui était là. Ce message n’est envoyé qu’une fois par séance.',
    renewed:
      'Votre lien vers ce groupe a été renouvelé par quelqu’un qui l’avait, sans doute vous. L’ancien n’ouvre plus rien. Si ce n’était pas vous, faites renvoyer votre lien à cette adresse e-mail depuis la page d’accueil, et créez-en aussitôt un autre.',
    link: 'Votre lien vers votre groupe Balint',
    asked: 'Quelqu’un, sans doute vous, a redemandé ce lien.',
    noKey:
      'Les voix de ce groupe sont scellées, et aucun e-mail ne contient leur clé\u00a0: ouvrez ce lien dans un navigateur qui a retenu ce groupe, ou demandez le lien entier aux leaders.',
    yoursAlone: 'Il n’est que pour vous\u00a0: ne le donnez à personne.',
    takeBack:
      'Vous avez donné vous-même cette adresse au groupe. Sur sa page, vous pouvez la reprendre à tout moment.',
    codeSubject: 'Le code pour votre adresse',
    code: (code) => `Le code est ${code}.`,
    codeMeans:
      'Quelqu’un, sans doute vous, a donné cette adresse sur la page de son groupe, pour recevoir les messages du groupe. Saisissez le code sur cette page\u202f; il est valable un jour.',
    notYou:
      'Si ce n’était pas vous, ne faites rien\u00a0: rien d’autre que de tels codes n’arrivera à cette adresse, et l’adresse sera oubliée.',
  },
};
