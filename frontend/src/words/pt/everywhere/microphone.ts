import type { microphone as en } from '../../en/everywhere/microphone';

export const microphone: typeof en = {
  mine: {
    waiting: {
      is: 'À espera do seu microfone',
      means: 'Se o navegador perguntar, permita-o. Até lá, ninguém ouve a sua voz.',
    },
    denied: {
      is: 'O navegador não dá acesso ao microfone',
      means:
        'Permita-o na barra de endereço, ou nas definições do dispositivo. Mesmo assim, pode escutar.',
    },
    busy: {
      is: 'Não é possível usar o seu microfone',
      means: 'Talvez esteja ocupado por outro programa. Feche-o, ou escolha outro microfone.',
    },
    none: {
      is: 'Não se encontrou nenhum microfone',
      means: 'Ligue um. Mesmo sem microfone, pode escutar.',
    },
    insecure: {
      is: 'Neste endereço não há microfone',
      means:
        'Começa por http: os navegadores só dão acesso ao microfone em https. Mesmo assim, pode escutar.',
    },
    withheld: {
      is: 'Esta aplicação não dá acesso ao microfone',
      means:
        'Copie o seu link da mensagem em que chegou e abra-o no navegador. Mesmo assim, pode escutar.',
    },
    ended: {
      is: 'O seu microfone desapareceu',
      means: 'Ninguém ouve a sua voz. Volte a ligá-lo, ou use outro.',
    },
    opening: { is: 'O seu microfone está a arrancar', means: 'Ainda ninguém ouve a sua voz.' },
    switched_off: {
      is: 'O seu microfone está desligado',
      means: 'Não aqui: nos auscultadores, pelo navegador ou pelo sistema. Ninguém ouve a sua voz.',
    },
    silent: {
      is: 'O seu microfone não dá som',
      means: 'O próprio microfone estará desligado? Se não, escolha outro.',
    },
    impossible: {
      is: 'Este navegador não transmite som',
      means:
        'Não ouve ninguém, e ninguém ouve a sua voz. Abra o seu link noutro navegador. Se aqui uma definição ou uma extensão proíbe as chamadas, permita-as e carregue de novo a página.',
    },
  },
  tryAgain: 'Tentar de novo',
  weakLineHelp: 'Aproxime-se do Wi-Fi ou use um cabo; pare transferências e vídeos.',

  unfollowed: {
    instead: 'O último microfone utilizado não foi encontrado. Está selecionado outro.',
    kept: 'Neste momento, não é possível usar esse microfone. Continua com o anterior.',
  },

  check: {
    start: 'Verificar o microfone',
    choose: 'Microfone',
    unnamed: (n) => `Microfone ${n}`,
    twin: (label, n) => `${label} (${n})`,
    level: 'Com que força o microfone ouve a sua voz',
    say: 'Diga alguma coisa: a barra deve mexer-se.',

    line: 'Verificar a ligação',
    lineAgain: 'Verificar de novo a ligação',
  },
};
