import type { files as en } from '../../en/server/files';

export const files: typeof en = {
  calendar: {
    means: 'Para entrar, abre tu enlace personal al grupo. No está en este calendario.',
    cancelled: (group) => `Anulada: ${group}`,
  },

  certificate: {
    pageOf: (page, pages) => `Página ${page} de ${pages}`,
  },

  log: {
    columns: {
      date: 'fecha',
      start: 'comienzo',
      zone: 'zona horaria',
      group: 'grupo',
      mode: 'modalidad',
      minutes: 'minutos',
      cases: 'casos',
      role: 'función',
      coLeaders: 'coordinación en pareja',
      there: 'personas presentes',
      supervision: 'supervisión',
      confirmed: 'confirmada',
    },
    part: { lead: 'coordinación', co_lead: 'coordinación en pareja', observe: 'observación' },
    inCase: (part, number) => `${part} (caso ${number})`,
    yes: 'sí',
    no: 'no',
  },
};
