import type { leaving as en } from '../../en/everywhere/leaving';

export const leaving: typeof en = {
  closed: {
    BAD_MESSAGE: {
      title: 'Esta página e o servidor não se entenderam',
      text: 'O seu lugar fica guardado. Em geral, basta carregar de novo a página.',
    },
    TOO_SLOW: { title: 'A ligação estava demasiado lenta', text: 'O seu lugar fica guardado.' },
    TOO_MANY: {
      title: 'Foi demasiado de uma só vez',
      text: 'O servidor fechou a ligação para proteger o círculo. O seu lugar fica guardado.',
    },
    NOT_INVITED: {
      title: 'Este convite não abre aqui nenhum círculo',
      text: 'Talvez se tenha perdido uma parte do link. Peça-o outra vez a quem facilita, por favor.',
    },
    NO_CIRCLE: {
      title: 'Este círculo já não está aqui',
      text: 'A sessão acabou, mudou de data ou foi cancelada, ou o círculo foi aberto de novo ou nunca foi usado. Veja no seu grupo, ou pergunte a quem facilita.',
    },
    NAME_NEEDED: {
      title: 'O círculo precisa de um nome para si',
      text: 'O nome que o grupo lhe conhece, com 40 caracteres, no máximo.',
    },
    REPLACED: {
      title: 'O seu lugar está aberto noutra janela',
      text: 'Cada lugar tem uma só pessoa, num só sítio; por isso, esta janela está agora em silêncio. Se não foi iniciativa sua, diga-o a quem facilita, por favor.',
    },
    ENDED: {
      title: 'A sessão chegou ao fim',
      text: 'Agradecemos a sua presença. O que se disse fica no círculo; nada disso foi guardado.',
    },
    GOODBYE: {
      title: 'Saiu do círculo',
      text: 'O seu lugar fica guardado. Enquanto durar a sessão, volta a ele pelo mesmo link.',
    },
    CIRCLE_FAILED: {
      title: 'O círculo parou por um momento',
      text: 'O seu lugar fica guardado.',
    },
    MOVED: {
      title: 'O círculo está a mudar de servidor',
      text: 'É só um momento. O seu lugar fica guardado; entretanto, ninguém ouve a sua voz.',
    },
    UNINVITED: {
      title: 'O seu convite terminou',
      text: 'Este link já não leva ao círculo. Se recebeu um novo, abra-o: leva ao seu lugar. Se isto lhe causa surpresa, fale com quem facilita, por favor.',
    },
    NOT_ADMITTED: {
      title: 'A sua entrada não foi aceite',
      text: 'A pessoa a quem pertence este lugar, ou alguém que facilita, disse que não. Se isto lhe causa surpresa, fale com quem facilita, por favor.',
    },
    BUSY: {
      title: 'Agora não é possível',
      text: 'Alguém espera à porta com o seu link, ou ele foi aberto demasiadas vezes.',
    },
    FULL: { title: 'Neste momento, o servidor está cheio', text: 'O seu lugar fica guardado.' },
  },
  otherWindow: {
    which:
      'Cada lugar tem uma só pessoa, num só sítio. Em que janela gostaria de continuar? A outra fica em silêncio.',
    here: 'Continuar nesta janela',
    there: 'Ficar na outra janela',
    stays: 'Continue na outra janela. Pode fechar esta.',
  },

  comeBack: 'Voltar ao círculo',
  takeSeatHere: 'Ocupar aqui o lugar',
  toFront: 'Para a página inicial',
  toGroup: 'Para o meu grupo',
  toConfirm: 'Na página do seu grupo confirma quem esteve presente, no prazo de 14 dias.',
};
