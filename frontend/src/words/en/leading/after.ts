/** What facilitators have once the meeting is over. */
export const after = {
  after: {
    title: 'After the meeting',
    /** What the end leaves in a group, while people arrive: they may have gone back there. */
    notBegun:
      'Who was there is kept only from the first “Next” on. If nobody has pressed it, nothing is kept, and the circle can be opened again.',
    enterDebrief: 'Go to the facilitators’ room',
    leaveDebrief: 'Return to the others',
    bounded: 'Close the room when its time is up',
    record: 'What is kept of this meeting',
    phases: 'Steps',
    attendance: 'Who was there',
    nothingElse: 'This, and nothing else.',
    stay: (times: string, minutes: number) => `${times}, ${minutes} min`,
    minutes: (n: number) => `${n} min`,
  },
};
