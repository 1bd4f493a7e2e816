import type { after as en } from '../../en/leading/after';

export const after: typeof en = {
  after: {
    title: 'Po spotkaniu',
    notBegun:
      'Spotkanie jeszcze się nie zaczęło, więc nie zachowujemy tego, kto był, a krąg można otworzyć ponownie.',
    enterDebrief: 'Do pokoju osób prowadzących',
    leaveDebrief: 'Wróć do pozostałych',
    bounded: 'Zamknij pokój, gdy minie jego czas',
    record: 'Co zachowano z tego spotkania',
    phases: 'Etapy',
    attendance: 'Kto był',
    nothingElse: 'To i nic poza tym.',
    stay: (times: string, minutes: number) => `${times}, ${minutes} min`,
    minutes: (n: number) => `${n} min`,
  },
};
