import type { files as en } from '../../en/server/files';

export const files: typeof en = {
  calendar: {
    means:
      'Um teilzunehmen, öffnen Sie Ihren persönlichen Link zur Gruppe. In diesem Kalender steht er nicht.',
    cancelled: (group) => `Fällt aus: ${group}`,
  },

  certificate: {
    pageOf: (page, pages) => `Seite ${page} von ${pages}`,
  },

  log: {
    columns: {
      date: 'Datum',
      start: 'Beginn',
      zone: 'Zeitzone',
      group: 'Gruppe',
      mode: 'Form',
      minutes: 'Minuten',
      cases: 'Fälle',
      role: 'Funktion',
      coLeaders: 'Co-Leitung',
      there: 'Anwesende',
      supervision: 'Supervision',
      confirmed: 'bestätigt',
    },
    part: { lead: 'Leitung', co_lead: 'Co-Leitung', observe: 'Beobachtung' },
    inCase: (part, number) => `${part} (Fall ${number})`,
    yes: 'ja',
    no: 'nein',
  },
};
