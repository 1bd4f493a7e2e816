/** What stops a question that nobody has refused: the server, its store, or what the question lacks. */
export const problems = {
  problems: {
    tooOften: (seconds: string) =>
      `This has been asked for very often from your network. Try again in ${seconds} s.`,
    tooManyOpen:
      'Too many connections are open from your network. Close some pages, and try again in a moment.',
    otherName: (url: string) =>
      `This page does not work under this name. Open it at ${url} and paste your link there, if you have one.`,
    groupsNotKept:
      'This server keeps no groups, as it might lose them. Tell whoever runs it: “doctor” says why.',
    needsKey: 'Opening this here takes the opening key.',
    tooSlow: 'That took too long to send. Try again.',
    tooMuch: 'That is too much to ask at once.',
    failed: 'Something went wrong on this server. Try again in a moment.',

    full: 'This server holds as many circles as it may. Try again later.',
    fullOfUnused:
      'Many circles wait on this server that nobody has entered yet, so it opens no more. Enter those you have opened, or try again another day: they end by themselves.',
    circleNotOpened: 'The circle could not be kept, so it was not opened. Try again later.',
    noTitle: 'A circle’s title has 1 to 80 characters that can be seen.',
    noMember: 'A circle needs at least one facilitator and one member.',
    /** Whoever reads English is told exactly what of the plan is wrong, and not this. */
    noPlan:
      'These steps make no meeting. A case has these steps, each once and in this order: “Presentation”, “Clarifying questions” (or none), “Sit back”, “Reflection”, “Presenter returns”. A meeting has 2 to 30 steps, and 180 minutes at most.',

    groupNotOpened: 'The group could not be kept, so it was not opened. Try again later.',
    groupNotRead: 'The group cannot be read just now. Try again in a moment.',
    groupUnsure:
      'It cannot be said whether this was kept. Look at the group again before you ask once more.',
    groupNewer: 'A newer release of this server keeps this group. Nothing was changed.',
    groupErased: 'This group is not here any more.',
    groupLink:
      'This link opens no group here. It may have been renewed: ask a facilitator for yours.',
    meetingNotEntered: 'The circle could not be opened or found. Try again in a moment.',

    notDrawn:
      'The PDF has no letters for a name on this certificate. Print it from the page instead.',
    notMade: 'The certificate could not be made in time. Try again in a moment.',

    noMail:
      'This server sends no mail. Ask a facilitator of your group: they can send you your link again.',
    /** The one answer to whoever asks for a lost link: it tells nobody who belongs to a group. */
    linkSent:
      'If a group here has this address, your link is on its way to it: it takes some minutes. It is sent a few times a day at most. Otherwise ask a facilitator of your group: they can send it to you again.',
  },
};
