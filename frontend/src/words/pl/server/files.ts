import type { files as en } from '../../en/server/files';

export const files: typeof en = {
  calendar: {
    means: 'Aby wejść, otwórz swój własny link do grupy. Nie ma go w tym kalendarzu.',
    cancelled: (group) => `Odwołane: ${group}`,
  },

  certificate: {
    pageOf: (page, pages) => `Strona ${page} z ${pages}`,
  },

  log: {
    columns: {
      date: 'data',
      start: 'początek',
      zone: 'strefa czasowa',
      group: 'grupa',
      mode: 'forma',
      minutes: 'minuty',
      cases: 'przypadki',
      role: 'funkcja',
      coLeaders: 'współprowadzenie',
      there: 'liczba obecnych',
      supervision: 'superwizja',
      confirmed: 'potwierdzone',
    },
    part: { lead: 'prowadzenie', co_lead: 'współprowadzenie', observe: 'obserwacja' },
    inCase: (part, number) => `${part} (przypadek ${number})`,
    yes: 'tak',
    no: 'nie',
  },
};
