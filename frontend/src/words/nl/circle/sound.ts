import type { sound as en } from '../../en/circle/sound';

export const sound: typeof en = {
  voiceOf: {
    heard: 'microfoon open',
    closed_by_person: 'microfoon dicht',
    closed_by_phase: 'luistert op dit moment',
    silenced: 'stem uitgezet door een begeleider',
    listening: 'luistert',
    unconnected: 'microfoon open, maar nog geen geluid',
  },

  soundOf: {
    connected: '',
    connecting: 'geluid wordt verbonden',
    no_sound: 'hoort niemand, en wordt niet gehoord',
  },

  way: {
    title: 'De weg van het geluid',
    straight: 'Rechtstreeks naar de server van de kring.',
    relayed: 'Via een relay. Je browser heeft geen rechtstreekse weg gevonden.',
    late: 'Bij een slechte verbinding kunnen stemmen langs deze weg laat aankomen.',
  },
};
