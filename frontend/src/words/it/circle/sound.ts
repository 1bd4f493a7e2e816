import type { sound as en } from '../../en/circle/sound';

/** What is said of sound at the seats, and of one's own ears. */
export const sound: typeof en = {
  voiceOf: {
    heard: 'microfono aperto',
    closed_by_person: 'microfono chiuso',
    closed_by_phase: 'per ora in ascolto',
    silenced: 'in silenzio per decisione di chi conduce',
    listening: 'in ascolto',
    unconnected: 'microfono aperto, ma ancora senza audio',
  },

  soundOf: {
    connected: '',
    connecting: 'l’audio si collega',
    no_sound: 'non sente nessuno, e nessuno ne sente la voce',
  },

  way: {
    title: 'Il percorso dell’audio',
    straight: 'Diretto al server del cerchio.',
    relayed: 'Attraverso un relay. Il browser non ha trovato una via diretta.',
    late: 'Con una linea scadente, per questa via le voci possono arrivare tardi.',
  },
};
