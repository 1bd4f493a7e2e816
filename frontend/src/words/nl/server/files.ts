import type { files as en } from '../../en/server/files';

export const files: typeof en = {
  calendar: {
    means: 'Open je eigen link naar de groep om binnen te komen. Hij staat niet in deze agenda.',
    cancelled: (group) => `Gaat niet door: ${group}`,
  },

  certificate: {
    pageOf: (page, pages) => `Pagina ${page} van ${pages}`,
  },

  log: {
    columns: {
      date: 'datum',
      start: 'begin',
      zone: 'tijdzone',
      group: 'groep',
      mode: 'vorm',
      minutes: 'minuten',
      cases: 'casussen',
      role: 'functie',
      coLeaders: 'cobegeleiders',
      there: 'aanwezigen',
      supervision: 'supervisie',
      confirmed: 'bevestigd',
    },
    part: { lead: 'begeleider', co_lead: 'cobegeleider', observe: 'toehoorder' },
    inCase: (part, number) => `${part} (casus ${number})`,
    yes: 'ja',
    no: 'nee',
  },
};
