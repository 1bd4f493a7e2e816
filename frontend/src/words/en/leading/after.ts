/** What facilitators have once the meeting is over. */
export const after = {
  after: {
    title: 'After the meeting',
    /** What the end of a group’s meeting leaves that has not begun, or was only tried. */
    notBegun:
      'The meeting has not begun, so nothing is kept of who was there, and the circle can be opened again.',
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
