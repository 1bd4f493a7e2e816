import type { sound as en } from '../../en/circle/sound';

export const sound: typeof en = {
  voiceOf: {
    heard: 'Mikrofon offen',
    closed_by_person: 'Mikrofon geschlossen',
    closed_by_phase: 'hört gerade zu',
    silenced: 'von der Leitung stumm gestellt',
    listening: 'hört zu',
    unconnected: 'Mikrofon offen, aber noch kein Ton',
  },

  soundOf: {
    connected: '',
    connecting: 'Ton wird verbunden',
    no_sound: 'hört niemanden und wird nicht gehört',
  },

  way: {
    title: 'Welchen Weg der Ton nimmt',
    straight: 'Direkt zum Server des Kreises.',
    relayed: 'Über ein Relay. Ihr Browser hat keinen direkten Weg gefunden.',
    late: 'Bei schlechter Verbindung können Stimmen auf diesem Weg spät ankommen.',
  },
};
