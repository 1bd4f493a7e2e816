import type { after as en } from '../../en/leading/after';

export const after: typeof en = {
  after: {
    title: 'Po spotkaniu',
    end: 'Zakończ spotkanie',
    endTitle: 'Zakończyć spotkanie dla wszystkich?',
    stay: 'Zostań',
    notBegun:
      'Spotkanie jeszcze się nie zaczęło, więc nie zachowujemy tego, kto był, a krąg można otworzyć ponownie.',
    endText: (group: boolean) =>
      `Krąg się zamknie i nie da się go otworzyć ponownie. Zachowamy, kto był i ile trwał każdy etap${group ? ', a także numer i datę każdego przypadku' : ''}, i nic poza tym.`,
    enterDebrief: 'Do pokoju osób prowadzących',
    leaveDebrief: 'Wróć do pozostałych',
    bounded: 'Zamknij pokój, gdy minie jego czas',
    record: 'Co zachowano z tego spotkania',
    phases: 'Etapy',
    attendance: 'Kto był',
    nothingElse: (group: boolean) =>
      `To${group ? ', a także numer i datę każdego przypadku,' : ''} i nic poza tym.`,
    minutes: (n: number) => `${n} min`,
  },
};
