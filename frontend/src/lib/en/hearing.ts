/** How this person hears the circle. */
export const hearing = {
  hearing: {
    title: 'How you hear the circle',
    stopped: 'The sound is stopped here. You do not hear everybody.',
    letMeHear: 'Let me hear the circle',
    gone: (name: string) => `${name} is unplugged. Nothing plays until you choose.`,
    playHere: 'Play without it',
    missing: (name: string) =>
      `${name} is not plugged in. You hear the circle where your system plays.`,
    understood: 'Close this note',
    something: 'What you heard the circle by',

    check: 'Check how I hear',
    where: 'Headphones or loudspeakers',
    system: 'As your system chooses',
    onlySystem: 'Your system chooses where you hear the circle.',
    choose: 'Choose headphones or loudspeakers',
    refused: (name: string) => `${name} could not be used. Nothing has changed.`,
    anOutput: (n: number) => `Output ${n}`,
    test: 'Play a soft test sound',
    played:
      'A soft sound was played. If you did not hear it, choose another output or turn up your device.',
    notPlayed: 'Your browser did not play it. Press again.',

    worn: 'I wear headphones',
    wornMeans:
      'Each voice then comes from its own seat. With loudspeakers the others would hear themselves.',
    plain: 'This does not work here just now. You hear the voices plainly.',

    volumes: 'Volume',
    everybody: 'Everybody',
    eachVoice: 'Each voice',
    percent: (n: number) => `${n} %`,
    onlyHere: 'Only you hear the difference.',
    deviceVolume: 'Your device sets the volume, by its own buttons.',
  },
};
