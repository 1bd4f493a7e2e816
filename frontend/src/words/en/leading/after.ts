/** What facilitators have once the meeting is over. */
export const after = {
  after: {
    title: 'After the meeting',
    end: 'End the meeting',
    endTitle: 'End the meeting for everybody?',
    stay: 'Stay',
    /** What the end of a group’s meeting leaves that has not begun, or was only tried. */
    notBegun:
      'The meeting has not begun, so nothing is kept of who was there, and the circle can be opened again.',
    endText: (group: boolean) =>
      `The circle closes and cannot be opened again. Who was there and how long each step took is kept${group ? ', with the number and date of each case' : ''}, and nothing else.`,
    enterDebrief: 'Go to the facilitators’ room',
    leaveDebrief: 'Return to the others',
    bounded: 'Close the room when its time is up',
    record: 'What is kept of this meeting',
    phases: 'Steps',
    attendance: 'Who was there',
    nothingElse: (group: boolean) =>
      `This${group ? ', with the number and date of each case' : ''}, and nothing else.`,
    minutes: (n: number) => `${n} min`,
  },
};
