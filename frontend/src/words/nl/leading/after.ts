import type { after as en } from '../../en/leading/after';

export const after: typeof en = {
  after: {
    title: 'Na de bijeenkomst',
    notBegun:
      'De bijeenkomst is nog niet begonnen. Daarom wordt niet bewaard wie er was, en kan de kring opnieuw worden geopend.',
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
