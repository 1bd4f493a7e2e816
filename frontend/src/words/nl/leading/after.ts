import type { after as en } from '../../en/leading/after';

export const after: typeof en = {
  after: {
    title: 'Na de bijeenkomst',
    end: 'Bijeenkomst beëindigen',
    endTitle: 'De bijeenkomst voor iedereen beëindigen?',
    stay: 'Blijven',
    notBegun:
      'De bijeenkomst is nog niet begonnen. Daarom wordt niet bewaard wie er was, en kan de kring opnieuw worden geopend.',
    endText: (group) =>
      `De kring sluit en kan niet opnieuw worden geopend. Wie er was en hoelang elke stap duurde, blijft bewaard, ${group ? 'met nummer en datum van elke casus, ' : ''}en verder niets.`,
    enterDebrief: 'Naar de begeleiderskamer',
    leaveDebrief: 'Terug naar de anderen',
    bounded: 'De kamer sluiten als de tijd om is',
    record: 'Wat van deze bijeenkomst bewaard blijft',
    phases: 'Stappen',
    attendance: 'Wie er was',
    nothingElse: (group) =>
      `Dit, ${group ? 'met nummer en datum van elke casus, ' : ''}en verder niets.`,
    minutes: (n) => `${n} min`,
  },
};
