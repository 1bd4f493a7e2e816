/** What wants a facilitator's answer now. */
export const now = {
  now: {
    title: 'Needs an answer',
    needsPause: (name: string) => `${name} needs a pause.`,
    stopClock: 'Pause the clock',
    bringBack: (name: string) => `Bring ${name} back`,
    endCaseTitle: 'End the case here, with care?',
    endCaseText: 'The circle goes straight to what comes after it. Nobody has to say why.',
    seen: (name: string) => `Tell ${name} we see it`,
    asksForWord: (name: string) => `${name} asks for a word.`,
    letSpeak: (name: string) => `Let ${name} speak`,
    lost: (name: string) => `${name}’s line has been lost for two minutes.`,
    noSound: (name: string) => `${name} has no sound: they hear nobody, and nobody hears them.`,
    weakLine: (name: string) => `${name}’s line is weak: words may be lost or late.`,
    goOnWithout: (name: string) => `Go on without ${name}`,
    knocks: (name: string) => `${name} is at the door.`,
    knocksToObserve: (name: string) => `${name} is at the door, to observe.`,
    knocksAgain: (name: string) => `${name} has come again by the same link.`,
    knocksWithLinkOf: (name: string, owner: string) =>
      `${name} has come by the link of ${owner}, under another name.`,
    occupied: (owner: string) => `${owner} is here. Whoever is let in takes that seat over.`,
    turnAway: (name: string) => `No, do not let ${name} in`,
    no: 'No',
    linkDoubted: (name: string) => `${name} says: somebody else has opened my link.`,
    linkDoubtedMeans:
      'That person was not let in. Once you end the invitation, the link opens nothing.',
    letIn: (name: string) => `Let ${name} in`,
    allAgreed: 'Everybody has agreed.',
    notAllAgreed: 'Not everybody has agreed yet.',
  },
};
