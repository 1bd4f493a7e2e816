import { output } from '../everywhere/output';

/** How this person hears the circle. */
export const hearing = {
  hearing: {
    ...output.hearing,

    title: 'How you hear the circle',
    stopped: 'The sound is stopped here. You do not hear everybody.',
    letMeHear: 'Let me hear the circle',
    gone: (name: string) => `${name} is unplugged. Nothing plays until you choose.`,
    playHere: 'Play without it',
    understood: 'Close this note',
    unopened: (names: string) => `You do not hear ${names}: the key is missing here.`,

    worn: 'I wear headphones',
    wornMeans:
      'Each voice then comes from its own seat. With loudspeakers the others would hear themselves.',
    plain: 'This does not work here just now. You hear the voices plainly.',

    volumes: 'Volume',
    everybody: 'Everybody',
    eachVoice: 'Each voice',
    onlyHere: 'Only you hear the difference.',
    deviceVolume: 'Your device sets the volume, by its own buttons.',
  },
};
