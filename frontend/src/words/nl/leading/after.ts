import type { after as en } from '../../en/leading/after';

export const after: typeof en = {
  after: {
    title: 'Na de bijeenkomst',
    enterDebrief: 'Naar de begeleiderskamer',
    leaveDebrief: 'Terug naar de anderen',
    bounded: 'De kamer sluiten als de tijd om is',
    record: 'Wat van deze bijeenkomst bewaard blijft',
    phases: 'Stappen',
    attendance: 'Wie er was',
    nothingElse: 'Dit, en verder niets.',
    stay: (times, minutes) => `${times}, ${minutes} min`,
    minutes: (n) => `${n} min`,
  },
};
