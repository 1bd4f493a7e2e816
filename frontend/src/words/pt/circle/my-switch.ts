import type { mySwitch as en } from '../../en/circle/my-switch';
import { leaving } from '../everywhere/leaving';
import { microphone } from '../everywhere/microphone';

export const mySwitch: typeof en = {
  mine: {
    ...microphone.mine,

    blocked: {
      is: 'O som não passa',
      means:
        'Não ouve ninguém, e ninguém ouve a sua voz. É provável que esta rede, ou uma VPN, não deixe passar o som. Experimente outra rede (a partilha de internet de um telemóvel, por exemplo) ou desligue a VPN; numa clínica, a verificação da ligação diz o que pedir. Esta página continua a tentar.',
    },
    joining: { is: 'O som está a ligar-se', means: 'Ainda ninguém ouve a sua voz.' },
    reconnecting: {
      is: 'A sua ligação está a voltar',
      means: 'Se possível, o som continua. O seu lugar fica guardado.',
    },
    back: {
      is: 'Está a voltar',
      means: 'O seu lugar fica guardado. Entretanto, ninguém ouve a sua voz.',
    },
    moving: { is: leaving.closed.MOVED.title, means: leaving.closed.MOVED.text },

    observing: { is: 'Está a observar', means: 'Ninguém ouve a sua voz.' },
    outside: { is: 'Está a escutar', means: 'Ouve-se o círculo interior.' },
    sitting_back: {
      is: 'Está a escutar',
      means: 'Ninguém pode ouvir a sua voz até ao seu regresso.',
    },
    silenced: {
      is: 'Quem facilita silenciou a sua voz',
      means: 'Pode voltar a falar quando quem facilita o permitir.',
    },

    opens_with_floor: {
      is: 'Está a escutar',
      means: 'A sua voz volta a ouvir-se quando puder falar.',
    },
    stays_closed: {
      is: 'Está a escutar',
      means: 'O seu microfone fica fechado até o abrir.',
    },
    closed: { is: 'O seu microfone está fechado', means: 'Abra-o quando quiser falar.' },
    unconnected: { is: 'O som está a ligar-se', means: 'Ainda ninguém ouve a sua voz.' },
    away: { is: 'Está a caminho', means: 'Ainda ninguém ouve a sua voz.' },
    unsent: {
      is: 'A sua voz não está a ser enviada',
      means: 'Ninguém ouve a sua voz. Esta página continua a tentar.',
    },
    alone: {
      is: 'Está só, por agora',
      means: 'O seu microfone está aberto: quem chegar ouve a sua voz.',
    },
    unheard: {
      is: 'Aqui ainda ninguém tem som',
      means: 'Ainda ninguém ouve a sua voz. O seu microfone está aberto.',
    },
    heard: { is: 'O círculo ouve a sua voz', means: 'O seu microfone está aberto.' },
    heard_in_debrief: {
      is: 'Quem facilita consigo ouve a sua voz',
      means: 'O seu microfone está aberto.',
    },
  },

  does: {
    open: 'Abrir o microfone',
    close: 'Fechar o microfone',
    open_later: 'Abrir o microfone quando eu puder falar',
    close_later: 'Manter o microfone fechado',
    retry: microphone.tryAgain,
    replace: 'Usar outro microfone',
  },

  weakLine: {
    heard: 'A sua ligação tem falhas: as outras pessoas podem não ouvir todas as suas palavras.',
    hears: 'A sua ligação tem falhas: pode não ouvir todas as palavras.',
    both: 'A sua ligação tem falhas: podem perder-se palavras nos dois sentidos.',
    slow: 'A sua ligação está lenta: as palavras chegam tarde.',
  },

  heardWithQuestions: 'A sua voz volta a ouvir-se quando começarem as perguntas.',
  readyForReturn:
    'Ninguém pode ouvir a sua voz até ao seu regresso. O seu microfone fica pronto para isso; nada é enviado.',
  speaksClosed: 'Está a falar, mas o seu microfone está fechado.',
};
