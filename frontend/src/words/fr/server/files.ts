import type { files as en } from '../../en/server/files';

export const files: typeof en = {
  calendar: {
    means:
      'Pour entrer, ouvrez votre lien personnel vers le groupe. Il n’est pas dans ce calendrier.',
    cancelled: (group) => `Annulée\u00a0: ${group}`,
  },

  certificate: {
    pageOf: (page, pages) => `Page ${page} sur ${pages}`,
  },

  log: {
    columns: {
      date: 'date',
      start: 'début',
      zone: 'fuseau horaire',
      group: 'groupe',
      mode: 'forme',
      minutes: 'minutes',
      cases: 'cas',
      role: 'fonction',
      coLeaders: 'co-leaders',
      there: 'personnes présentes',
      supervision: 'supervision',
      confirmed: 'confirmée',
    },
    part: { lead: 'leader', co_lead: 'co-leader', observe: 'en observation' },
    inCase: (part, number) => `${part} (cas ${number})`,
    yes: 'oui',
    no: 'non',
  },
};
