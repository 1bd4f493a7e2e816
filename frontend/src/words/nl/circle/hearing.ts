import type { hearing as en } from '../../en/circle/hearing';
import { output } from '../everywhere/output';

export const hearing: typeof en = {
  hearing: {
    ...output.hearing,

    title: 'Hoe je de kring hoort',
    stopped: 'Het geluid is hier gestopt. Je hoort niet iedereen.',
    letMeHear: 'Laat mij de kring horen',
    gone: (name) => `${name} is losgekoppeld. Er klinkt niets tot je kiest.`,
    playHere: 'Hier verder luisteren',
    understood: 'Dit bericht sluiten',
    unopened: (names) => `Je hoort ${names} niet: de sleutel ontbreekt hier.`,

    worn: 'Ik draag een koptelefoon',
    wornMeans:
      'Elke stem komt dan van de eigen plaats. Met een luidspreker zouden de anderen zichzelf horen.',
    plain: 'Dat werkt hier nu niet. Je hoort de stemmen zonder richting.',

    volumes: 'Volume',
    everybody: 'Iedereen',
    eachVoice: 'Elke stem',
    onlyHere: 'Alleen jij hoort het verschil.',
    deviceVolume: 'Je apparaat regelt het volume, met de eigen knoppen.',
  },
};
