import type { lostLink as en } from '../../en/front/lost-link';

export const lostLink: typeof en = {
  lostLink: {
    title: 'Haben Sie einen Link zu einem Kreis?',
    cut: 'Diese Adresse führt zu keinem Kreis: Das Ende des Links ging unterwegs verloren.',
    bookmark:
      'Diese Adresse allein führt zu keinem Platz. Der Schlüssel steht im Link Ihrer Einladung, und diese Seite zeigt ihn niemandem. Bitte öffnen Sie den Link aus der Einladung noch einmal.',
    explain: 'Fügen Sie hier den vollständigen Link ein, oder die Nachricht, in der er stand.',
    field: 'Ihr Link',
    go: 'Zu meinem Platz',
    looksLike: (site) => `Ein vollständiger Link sieht so aus: ${site}/#WyJxT3Z2bDlJ….Kd8sVtqN4u`,
    none: 'Darin ist kein vollständiger Link. Vielleicht wurde er abgeschnitten: Bitten Sie Ihre Leitung, ihn noch einmal zu schicken.',
    byMail:
      'Oder lassen Sie sich den Link Ihrer Gruppe an die Adresse schicken, die Sie der Gruppe gegeben haben.',
    send: 'Link an mich schicken',
  },
};
