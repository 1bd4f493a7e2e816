import type { sound as en } from '../../en/circle/sound';

export const sound: typeof en = {
  voiceOf: {
    heard: 'microfone aberto',
    closed_by_person: 'microfone fechado',
    closed_by_phase: 'por agora, a escutar',
    silenced: 'voz silenciada por quem facilita',
    listening: 'a escutar',
    unconnected: 'microfone aberto, mas ainda sem som',
  },

  soundOf: {
    connected: '',
    connecting: 'o som está a ligar-se',
    no_sound: 'não ouve ninguém, e ninguém ouve a voz desta pessoa',
  },

  way: {
    title: 'O caminho do som',
    straight: 'Direto ao servidor do círculo.',
    relayed: 'Através de um retransmissor. O navegador não encontrou um caminho direto.',
    late: 'Com má ligação, as vozes podem chegar tarde por este caminho.',
  },
};
