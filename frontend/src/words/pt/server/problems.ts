import type { problems as en } from '../../en/server/problems';

export const problems: typeof en = {
  problems: {
    tooOften: (seconds) =>
      `Da sua rede pediu-se isto muitas vezes. Tente de novo daqui a ${seconds} s.`,
    tooManyOpen:
      'Há demasiadas ligações abertas a partir da sua rede. Feche algumas páginas e tente de novo daqui a pouco.',
    otherName: (url) =>
      `Esta página não funciona com este nome. Abra-a em ${url} e cole lá o seu link, se tiver um.`,
    groupsNotKept:
      'Este servidor não guarda grupos, porque os poderia perder. Avise quem o gere: «doctor» diz porquê.',
    needsKey: 'Para abrir algo aqui é precisa a chave de abertura.',
    tooSlow: 'O envio demorou demasiado. Tente de novo.',
    tooMuch: 'É demasiado de uma só vez.',
    failed: 'Algo falhou neste servidor. Tente de novo daqui a pouco.',

    full: 'Este servidor tem todos os círculos que pode ter. Tente de novo mais tarde.',
    fullOfUnused:
      'Neste servidor esperam muitos círculos em que ainda ninguém entrou, por isso não abre mais. Entre nos que abriu, ou tente noutro dia: terminam por si.',
    circleNotOpened:
      'Não foi possível guardar o círculo, por isso não foi aberto. Tente de novo mais tarde.',
    noTitle: 'O nome de um círculo tem de 1 a 80 caracteres visíveis.',
    noMember: 'Um círculo precisa de pelo menos uma pessoa que facilite e de um membro.',
    noPlan:
      'Estas fases não formam uma sessão. Um caso tem estas fases, uma vez cada uma e por esta ordem: «Apresentação», «Perguntas de esclarecimento» (podem faltar), «Recuo», «Reflexão», «Regresso ao círculo». Uma sessão tem de 2 a 30 fases, e no máximo 180 minutos.',

    groupNotOpened:
      'Não foi possível guardar o grupo, por isso não foi aberto. Tente de novo mais tarde.',
    groupNotRead: 'Neste momento não é possível ler o grupo. Tente de novo daqui a pouco.',
    groupUnsure:
      'Não se pode dizer se isto foi guardado. Veja outra vez o grupo antes de repetir o pedido.',
    groupNewer: 'Este grupo é guardado por uma versão mais nova deste servidor. Nada foi alterado.',
    groupErased: 'Este grupo já não está aqui.',
    groupLink:
      'Este link não abre aqui nenhum grupo. Pode ter sido renovado: peça o seu a quem facilita.',
    meetingNotEntered:
      'Não foi possível abrir ou encontrar o círculo. Tente de novo daqui a pouco.',

    notDrawn:
      'O PDF não tem letras para um nome deste certificado. Em vez disso, imprima o certificado a partir da página.',
    notMade: 'O certificado não ficou pronto a tempo. Tente de novo daqui a pouco.',

    noMail:
      'Este servidor não envia e-mails. Peça a quem facilita o seu grupo que lhe envie outra vez o seu link.',
    linkSent:
      'Se um grupo daqui tem este endereço, o seu link vai a caminho: demora alguns minutos. É enviado no máximo algumas vezes por dia. Se não chegar, peça a quem facilita o seu grupo que o envie outra vez.',
  },
};
