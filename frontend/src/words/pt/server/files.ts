import type { files as en } from '../../en/server/files';

export const files: typeof en = {
  calendar: {
    means: 'Para entrar, abra o seu link para o grupo. Não está neste calendário.',
    cancelled: (group) => `Cancelada: ${group}`,
  },

  certificate: {
    pageOf: (page, pages) => `Página ${page} de ${pages}`,
  },

  log: {
    columns: {
      date: 'data',
      start: 'início',
      zone: 'fuso horário',
      group: 'grupo',
      mode: 'modalidade',
      minutes: 'minutos',
      cases: 'casos',
      role: 'função',
      coLeaders: 'cofacilitação',
      there: 'pessoas presentes',
      supervision: 'supervisão',
      confirmed: 'confirmada',
    },
    part: { lead: 'facilitação', co_lead: 'cofacilitação', observe: 'observação' },
    inCase: (part, number) => `${part} (caso ${number})`,
    yes: 'sim',
    no: 'não',
  },
};
