/** What a group writes by mail. */
export const mail = {
  mail: {
    dateChanged: (group: string) => `${group}: a date has changed`,
    dates: (group: string) => `${group}:`,
    cancelled: (when: string) => `The meeting of ${when} is cancelled.`,
    moved: (before: string, now: string) => `The meeting of ${before} is moved to ${now}.`,
    takes: (when: string, minutes: number) =>
      `The meeting of ${when} now takes ${minutes} minutes.`,
    when: (day: string, time: string, zone: string) => `${day}, ${time} (${zone})`,
    showsAll: 'Your own link shows all dates.',
    fewSubject: (group: string) => `${group}: few can come`,
    few: (when: string, expected: number, quorum: number) =>
      `The meeting of ${when}: ${expected} can come, and you agreed to meet with ${quorum} people or more.`,
    fewShows: 'Your own link shows who cannot come. This is written once for each date.',
    unconfirmedSubject: (group: string) => `${group}: a meeting is not confirmed yet`,
    unconfirmed: (when: string, until: string) =>
      `The meeting of ${when} can be confirmed until ${until}. Without that it stands on no certificate.`,
    unconfirmedShows:
      'Your own link leads to where you confirm who was there. This is written once for each meeting.',
    renewed:
      'Your link to this group was renewed by somebody who had it, probably you. The old one opens nothing any more. If it was not you, have your link sent to this address again from the front page, and give yourself another one at once.',
    link: 'Your link to your Balint group',
    asked: 'Somebody, probably you, has asked for this link again.',
    noKey:
      'The voices of this group are sealed, and no mail has its key: open this link in a browser that remembers this group, or ask a facilitator for the whole one.',
    yoursAlone: 'It is yours alone: give it to nobody.',
    takeBack:
      'You have given this address to the group yourself. On its page you can take it back at any time.',
    codeSubject: 'The code for your address',
    code: (code: string) => `The code is ${code}.`,
    codeMeans:
      'Somebody, probably you, has given this address on their group’s page, so that the group can write here. Type the code there; it holds for a day.',
    notYou:
      'If it was not you, do nothing: nothing but such codes comes here, and the address is forgotten.',
  },
};
