import type { newGroup as en } from '../../en/group/new-group';

const HOW =
  'Gardez ce lien\u00a0: il n’est qu’à vous, et mène à chaque séance. Il vous montre aussi les dates, et vous pouvez y annoncer une absence. Il n’y a ni compte à créer, ni rien à installer.';

const text =
  (own: string, ...how: string[]) =>
  (invited: (group: string) => string) =>
  (name: string, group: string, sentence: string, link: string): string =>
    [
      `${name},`,
      invited(group),
      `Rien n’est enregistré, jamais, et voici notre cadre\u00a0: ${sentence}`,
      `${own}\n${link}`,
      ...how,
    ].join('\n\n');

const invitation = text('Votre lien personnel\u00a0:', HOW);
const toOneMeeting = text('Votre lien personnel, avec la date\u00a0:');

export const newGroup: typeof en = {
  newGroup: {
    title: 'Un groupe qui se réunit régulièrement',
    lead: 'Les mêmes personnes, séance après séance. Chacune reçoit un seul lien pour toutes les séances, avec les dates.',
    name: 'Comment s’appelle votre groupe\u202f?',
    example: 'Groupe du mardi',
    zone: 'Fuseau horaire du groupe',
    zoneMeans:
      'Les heures du groupe suivent cette horloge, en été comme en hiver. Chaque personne lit aussi son heure à elle.',
    people: 'Qui en fait partie\u202f?',
    peopleMeans:
      'Les noms tels que les autres les connaissent. Vous pourrez en ajouter à tout moment.',
    own: 'Votre nom',
    nameOf: (n) => `Nom ${n}`,
    facilitates: (n) => `Nom ${n}\u00a0: anime`,
    facilitatesShort: 'anime',
    another: 'Encore une personne',
    drop: (n) => `Retirer le nom ${n}`,
    more: 'Plus sur ce groupe',
    open: 'Ouvrir le groupe',
    opening: 'Le groupe s’ouvre',
    next: 'Vous direz ensuite quand vous vous réunissez, et enverrez à chaque personne son lien.',
  },

  invitation: {
    subject: (group) => `Votre lien vers le groupe Balint «\u202f${group}\u202f»`,
    facilitator: invitation(
      (group) => `vous faites partie des leaders du groupe Balint «\u202f${group}\u202f».`,
    ),
    member: invitation(
      (group) =>
        `nous vous invitons au groupe Balint «\u202f${group}\u202f», qui se réunit régulièrement.`,
    ),
    observer: toOneMeeting(
      (group) =>
        `nous vous invitons à observer une séance du groupe Balint «\u202f${group}\u202f»\u00a0: vous entendez tout, et personne ne vous entend.`,
    ),
    guest: toOneMeeting(
      (group) => `nous vous invitons à une séance du groupe Balint «\u202f${group}\u202f».`,
    ),
  },
};
