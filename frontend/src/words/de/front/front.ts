import type { front as en } from '../../en/front/front';
import { count } from '../count';

export const front: typeof en = {
  front: {
    title: 'Ein ruhiger Raum für Balintarbeit',
    lead: 'Jemand von Ihnen bringt einen Fall ein, rückt dann mit dem Stuhl zurück und hört nur noch zu. Die anderen sprechen aus, was sie sich vorstellen und was sie fühlen. Danach kehrt die vorstellende Person zurück.',
    points: [
      {
        title: 'Stille, die hält',
        text: 'Wer sich zurücklehnt, wird vom Server selbst stumm gestellt. Kein zweites Fenster und keine verlorene Verbindung hebt das auf.',
      },
      {
        title: 'Zeit, die nicht drängt',
        text: 'Ihre Leitung bestimmt das Tempo. Die Uhr zählt weiter und schneidet niemandem das Wort ab.',
      },
      {
        title: 'Nichts wird aufbewahrt',
        text: 'Keine Aufnahme, kein Chat, kein Konto. Nur, wer wann da war, und kein Wort vom Fall.',
      },
    ],
    form: 'Ein Kreis für heute',
    group: 'Eine Gruppe, die sich regelmäßig trifft',
    groupMeans: 'Ein Link pro Person für alle Treffen: Termine, wer nicht kommen kann, Teilnahme.',
    groupOpen: 'Gruppe eröffnen',
    groupsHere: 'Ihre Gruppen',
    circleTitle: 'Wie heißt dieser Kreis?',
    titleExample: 'Dienstagsgruppe, März',
    template: 'Treffen',
    seats: 'Plätze insgesamt',
    facilitators: 'Leitung',
    observers: 'Beobachtende',
    members: (n) => `Damit bleiben ${count(n, 'Platz für ein Mitglied', 'Plätze für Mitglieder')}.`,
    noMembers: 'Damit bleibt kein Platz für ein Mitglied.',
    more: 'Mehr zu diesem Kreis',
    sentence: 'Was Sie zur Vertraulichkeit sagen',
    sitBack: 'Wenn sich die vorstellende Person zurücklehnt',
    sitBackChoice: {
      enforced: 'Bis zur Rückkehr ist sie nicht zu hören',
      soft: 'Sie kann um das Wort bitten, und die Leitung kann es geben',
      off: 'Der Stuhl rückt zurück, die eigene Stimme bleibt',
    },
    ownPlan: 'Ein eigener Plan',
    create: 'Kreis eröffnen',
    creating: 'Der Kreis wird eröffnet',
    linksWait: 'Links zum Verteilen',
    showLinksOf: (title) => `Die Links von „${title}“ zeigen`,
  },

  plan: {
    title: 'Die Schritte unseres Treffens',
    minutesOf: (phase) => `Minuten für ${phase}`,
    minutes: (n) => `${n} min`,
    earlier: (phase) => `${phase} nach oben`,
    later: (phase) => `${phase} nach unten`,
    remove: (phase) => `${phase} herausnehmen`,
    another: 'Noch ein Schritt',
    add: 'Hinzufügen',
    total: (n) =>
      `${count(n, 'Minute', 'Minuten')} insgesamt. Das Ankommen liegt davor, und danach kann man noch bleiben.`,
  },
};
