import type { files as en } from '../../en/server/files';

export const files: typeof en = {
  calendar: {
    means: 'Per entrare apri il tuo link per il gruppo. Non è in questo calendario.',
    cancelled: (group) => `Annullato: ${group}`,
  },

  certificate: {
    pageOf: (page, pages) => `Pagina ${page} di ${pages}`,
  },

  log: {
    columns: {
      date: 'data',
      start: 'inizio',
      zone: 'fuso orario',
      group: 'gruppo',
      mode: 'modalità',
      minutes: 'minuti',
      cases: 'casi',
      role: 'funzione',
      coLeaders: 'co-conduzione',
      there: 'persone presenti',
      supervision: 'supervisione',
      confirmed: 'confermato',
    },
    part: { lead: 'conduzione', co_lead: 'co-conduzione', observe: 'osservazione' },
    inCase: (part, number) => `${part} (caso ${number})`,
    yes: 'sì',
    no: 'no',
  },
};
