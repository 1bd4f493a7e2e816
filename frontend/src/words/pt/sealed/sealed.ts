import type { sealed as en } from '../../en/sealed/sealed';

export const sealed: typeof en = {
  sealed: {
    protects:
      'O seu navegador sela a sua voz, e só os navegadores deste círculo a voltam a abrir. A chave está nos vossos links, e nunca é enviada ao servidor.',
    seen: 'O servidor continua a ver quem está aqui e quando alguém fala. É também ele que lhe dá esta página: quem alterasse a página poderia quebrar o selo.',
    notMeans:
      'Quem gere o servidor poderia escutar. Este círculo foi aberto assim, para pessoas com navegadores mais antigos. Para se reunirem com vozes seladas, abram outro círculo.',
    sent: (ofGroup) =>
      `O seu link foi reescrito pelo caminho, e assim a chave foi enviada uma vez ao servidor. Quem gere o servidor poderia escutar. ${ofGroup ? 'Peça a quem facilita que dê outra chave ao grupo.' : 'Para ter a certeza, abra outro círculo e envie os links de outra maneira.'}`,
    withheld:
      'O seu navegador criou uma chave só para esta sessão, mas o servidor não a transmite. Assim, a sua voz está selada apenas com a chave dos vossos links: quem encontrasse um link mais tarde poderia abrir o que tivesse sido gravado. Carregue de novo a página. Se disser o mesmo, avise quem gere o servidor.',
    unopened:
      'Há uma voz que não se consegue abrir aqui. Se não bastar carregar de novo a página, peça às outras pessoas que carreguem a sua. Se continuar assim, comparem os algarismos por outro meio que não esta página, e avise quem gere o servidor.',
    compare:
      'Estes algarismos são iguais para toda a gente neste círculo. Se quiserem ter a certeza, comparem-nos em voz alta:',
    digits: (digits) => `${digits.slice(0, 4)}\u00a0${digits.slice(4)}`,
    problem: {
      missing: {
        title: 'O seu link perdeu a chave',
        text: 'Este círculo está selado: só quem tem a chave pode escutar. A chave é o fim do seu link, depois de ~. Abra o link inteiro, tal como foi enviado, ou peça a quem facilita que o envie outra vez.',
      },
      cut: {
        title: 'Falta o fim do seu link',
        text: 'É lá que está a chave deste círculo, e perdeu-se uma parte dela. Abra o link inteiro, tal como foi enviado, ou peça a quem facilita que o envie outra vez.',
      },
      mistyped: {
        title: 'O seu link tem um erro',
        text: 'A chave no fim, depois de ~, não está como foi feita: talvez se tenha mudado um caractere. Abra o link tal como foi enviado, ou peça a quem facilita que o envie outra vez.',
      },
      foreign: {
        title: 'Esta chave é de outro círculo',
        text: 'O fim do seu link, depois de ~, não pertence a este círculo, ou o servidor não está a dizer a verdade. Não o use para se reunir. Peça a quem facilita que lhe envie outra vez o link.',
      },
      unlocked: {
        title: 'Este círculo devia estar selado',
        text: 'O seu link tem uma chave, mas o servidor diz que este círculo não tem nenhuma. Não o use para se reunir: alguém poderia escutar. Diga-o a quem facilita, por outro meio que não esta página.',
      },
      unable: {
        title: 'Este navegador não consegue selar a sua voz',
        text: 'Este círculo está selado, por isso ninguém pode entrar sem selar a voz. Abra o seu link no Chrome ou no Edge a partir da versão 141, no Firefox a partir da 130 ou no Safari a partir da 17, por https.',
      },
      unstarted: {
        title: 'O selo não arrancou',
        text: 'Não foi possível carregar a parte desta página que sela a sua voz, por isso nada foi enviado. Carregue de novo a página, ou abra o seu link noutro navegador.',
      },
    },
  },
};
