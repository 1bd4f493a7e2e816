import type { group as en } from '../../en/group/group';
import { count } from '../count';

export const group: typeof en = {
  looking: 'À procura do seu grupo',
  kept: 'Guardado.',
  asking: 'À espera do servidor',
  unreachable:
    'O servidor não respondeu. Assim que voltar a responder, vê-se nesta página se isto foi guardado.',
  unread:
    'Neste momento, o servidor não responde. O que vê está como estava antes; esta página continua a tentar.',
  notRead: 'Neste momento, não é possível ler o seu grupo',
  goesOn: 'Nada dele se perdeu. Esta página continua a tentar.',
  again: 'Tentar agora',
  you: (name, role) => `Está aqui com o nome ${name}, ${role}.`,
  role: {
    facilitator: 'facilitação',
    presenter: 'membro',
    member: 'membro',
    observer: 'observação',
  },

  closed: {
    not_invited: {
      title: 'Este link não abre nenhum grupo',
      text: 'Pode ter sido renovado ou retirado, a sessão pode ter sido cancelada ou já ter passado, ou uma parte do link pode ter-se perdido pelo caminho. Abri-lo não mudou nada. Peça o seu link a quem facilita o grupo.',
    },
    erased: {
      title: 'Este grupo já não está aqui',
      text: 'Foi apagado, com tudo o que dele estava guardado. O que descarregou fica consigo. Se não o esperava, pergunte a quem facilitava o grupo.',
    },
    left: {
      title: 'Saiu do grupo',
      text: 'O seu nome foi retirado, e o seu link já não abre o grupo. Os seus minutos ficam nos registos, sem nome.',
    },
  },

  unkept: {
    title: 'Sair desta página?',
    text: 'Algo que escreveu aqui ainda não foi guardado. Se sair, perde-se.',
    yes: 'Sair da página',
    no: 'Ficar aqui',
  },

  meeting: {
    next: 'A próxima sessão',
    today: 'Já pode entrar',
    none: 'Não há nenhuma data marcada.',
    others: 'Outras datas',
    on: (day, hours) => `${day}, ${hours}`,
    there: (place, day, hours) => `Em ${place}: ${day}, ${hours}`,
    odd: {
      skipped:
        'A hora muda para a frente e salta esta hora; por isso, a sessão começa esse tanto mais tarde.',
      twice: 'A hora muda para trás, e esta hora vem duas vezes: vale a primeira.',
    },
    moved: 'Esta data foi mudada.',
    cancelled: 'Esta data foi cancelada.',
    enter: 'Entrar na sessão',
    opens: 'Pode entrar a partir de 30 minutos antes do início.',
    acceptFirst: 'Pode entrar assim que tiver aceitado o acordo do grupo.',
    absent: 'Não posso vir',
    absentOn: (day) => `Não posso vir: ${day}`,
    comes: 'Afinal, posso vir',
    comesOn: (day) => `Afinal, posso vir: ${day}`,
    saidAbsent: 'Avisou que não pode vir.',
    sayAgain:
      'A data mudou depois de ter dito que não pode vir. Se também não puder vir à nova hora, diga-o outra vez, por favor.',
    noReason: 'Não se pede nenhum motivo, e pode voltar atrás. Quem facilita vê a sua resposta.',
  },

  guests: {
    member: (name) => `${name} gostava de vir em visita.`,
    observer: (name) => `${name} gostava de observar: ouvir, sem intervir.`,
    all: 'Só entra se todas as pessoas que vêm concordarem.',
    first:
      'Disse que não podia vir, por isso as outras pessoas concordaram sem si. Pode entrar assim que também concordar.',
    agree: (name) => `Concordo com a vinda de ${name}`,
    agreed: (name) => `Concorda com a vinda de ${name}.`,
    takeBack: 'Voltar atrás',
  },

  terms: {
    isNew: 'Leia isto e aceite, se concordar. Depois, pode entrar nas sessões do grupo.',
    accept: 'Aceito isto',
    quorum: (n) => `Reunimo-nos se ${n} de nós, ou mais, puderem vir.`,
    closed: 'Somos sempre as mesmas pessoas.',
    open: 'Podem juntar-se a nós outras pessoas.',
    kept: (n) =>
      `Quem esteve, e durante quanto tempo, fica guardado durante ${count(n, 'mês', 'meses')}, para certificados. O facto de alguém não poder vir fica guardado até 30 dias depois da sessão.`,
    fairTurn:
      'Se toda a gente concordar, anota-se a data em que cada pessoa apresentou pela última vez.',
    endCard: 'Depois de uma sessão, cada pessoa pode dizer, sem dar o nome, como foi.',
    quarterly:
      'Uma vez por trimestre, cada pessoa pode dizer, sem dar o nome, como lhe vai o trabalho.',
  },

  calendar: {
    title: 'No meu calendário',
    download: 'Descarregar as datas',
    follows: 'Um endereço que o meu calendário segue',
    means:
      'O seu calendário lê lá as datas, e vê quando uma muda ou é cancelada. Este endereço não abre nenhuma sessão. Guarde-o para si.',
    make: 'Criar o endereço',
    show: 'Mostrar o endereço',
    renew: 'Criar um endereço novo',
    renewMeans: 'O endereço antigo deixa então de funcionar.',
    copy: 'Copiar o endereço',
  },

  attendance: {
    title: 'As minhas presenças',
    none: 'Ainda não houve nenhuma sessão.',
    minutes: (n) => count(n, 'minuto', 'minutos'),
    notThere: 'ausente',
    confirmed: 'confirmada',
    unconfirmed: 'ainda não confirmada',
    lapsed: 'não foi confirmada a tempo',
    corrected: 'corrigida',
    inPerson: 'presencial',
    certificate: 'Certificado de presença',
    onlyConfirmed: 'Contém as sessões que alguém que facilita confirmou.',
    from: 'De',
    until: 'Até',
    number: 'O seu número na Ordem ou outro, se o pedirem',
    numberMeans: 'É impresso no certificado, e não fica guardado em lado nenhum.',
    download: 'Descarregar o certificado',
    print: 'Imprimir a partir daqui',
    takeFirst:
      'Os certificados e os registos têm de ser descarregados antes. Depois já não é possível.',
    noSpan: 'O primeiro dia vem depois do último. Escolha-os de novo, por favor.',
  },

  cards: {
    meeting: 'Como foi esta sessão para si?',
    choices: [
      'Levo muito comigo',
      'Levo alguma coisa comigo',
      'Levo pouco comigo',
      'Foi difícil para mim',
    ],
    counts: 'Como foi a sessão',
    anonymous: (quarterly) =>
      `Ninguém do grupo vê quem respondeu o quê. As contagens mostram-se uma só vez, ${quarterly ? 'depois do trimestre' : 'passados dois dias'}, e só se tiverem respondido cinco pessoas ou mais. Até lá, o servidor guarda as contagens e quem respondeu: quem o gere poderá deduzir quem respondeu o quê.`,
    quarter:
      'De um modo geral, segundo a sua própria definição de burnout, como avaliaria o seu nível de burnout?',
    quarterly: [
      'Gosto do meu trabalho. Não tenho sintomas de burnout.',
      'De vez em quando, sinto stress, e nem sempre tenho tanta energia como já tive, mas não me sinto em burnout.',
      'Estou, sem dúvida, a entrar em burnout, e tenho um ou mais sintomas de burnout, como exaustão física e emocional.',
      'Os sintomas de burnout que tenho não desaparecem. Penso muito na frustração no trabalho.',
      'Sinto-me em burnout completo e pergunto-me muitas vezes se consigo continuar. Cheguei ao ponto em que posso precisar de algumas mudanças ou de procurar algum tipo de ajuda.',
    ],
    quarterTitle: 'Como vai o trabalho',
    quarterOf: (quarter) => `O trimestre ${quarter}`,
    answer: 'Dar esta resposta',
    answered: 'Já respondeu. Agradecemos.',
    times: (choice, n) => `${choice}: ${n}`,
  },

  turns: {
    title: 'Quando apresentei pela última vez',
    share: 'Anotar a data em que apresento',
    means:
      'Começa assim que toda a gente no grupo concordar. Vê a sua data, e quem facilita também a vê; se nesse dia houve um só caso, a data revela que era seu. Se voltar atrás, ela desaparece.',
    last: (day) => `Apresentou pela última vez nesta data: ${day}.`,
    never: 'Não anotou nenhuma apresentação sua.',
    waits:
      'Nem toda a gente concorda, por isso nada se anota, e as datas já anotadas não se mostram.',
    presented: 'Apresentei nesta sessão',
  },

  cases: {
    title: 'Casos anteriores',
    means:
      'De cada caso guardam-se aqui o número e a data, nunca o que foi contado. Assinale os que apresentou: só este navegador o guarda.',
    of: (number, day) => `Caso ${number}, ${day}`,
    older: 'Casos mais antigos',
  },

  mail: {
    title: 'O meu e-mail',
    means:
      'Recebe uma mensagem quando uma data do grupo muda ou é cancelada, e um link perdido pode ser-lhe enviado outra vez. Ninguém no grupo vê o seu endereço.',
    address: 'O seu endereço de e-mail',
    given: (address: string) => `As mensagens vão para ${address}.`,
    note: 'Enviar-me um código',
    codeSent: (address: string) =>
      `Um código vai a caminho de ${address}. Escreva-o aqui no prazo de um dia: até lá, nada mais é enviado para esse endereço. Se não chegar, procure no correio não solicitado.`,
    code: 'O código',
    prove: 'Este endereço é meu',
    wrongCode: 'Este não é o código. Há cinco tentativas ao todo.',
    codeOver:
      'O código esteve errado cinco vezes e já não é aceite. Pode dar agora outro endereço, ou este outra vez daqui a 24 horas.',
    erase: 'Não me escrever mais',
  },

  myself: {
    title: 'Este navegador e eu',
    link: 'O meu link',
    linkMeans:
      'É só seu, para todas as sessões: quem o tiver entra em seu nome. Abra-o nos seus outros dispositivos e não o envie a mais ninguém.',
    copyLink: 'Copiar o meu link',
    linkAsQr: 'Código QR do meu link',
    remember: 'Lembrar este grupo neste navegador',
    rememberMeans:
      'Assim, chega a ele a partir da página inicial, sem o seu link. Não o faça num dispositivo partilhado.',
    rememberKey: 'A chave das vossas sessões seladas fica guardada com ele.',
    safari: 'O Safari esquece isso após uma semana sem visitas: guarde também o seu link.',
    forget: 'Esquecer este grupo neste navegador',
    notRemembered:
      'Este navegador não guarda nada para esta página. Guarde o seu link onde o encontre.',
    export: 'Descarregar o que se guarda de mim',
    leave: 'Retirar o meu nome do grupo',
    leaveTitle: 'Sair do grupo?',
    leaveText:
      'O seu nome é retirado, e o seu link deixa de funcionar. Os seus minutos ficam nos registos, sem nome. Quem facilita pode voltar a enviar-lhe um convite.',
    leaveYes: 'Sair do grupo',
    leaveNo: 'Ficar',
  },

  people: {
    title: 'Quem somos',
  },

  guest: {
    title: (group) => `Uma sessão de «${group}»`,
    invited: {
      facilitator: 'Recebeu um convite.',
      presenter: 'Recebeu um convite.',
      member: 'Recebeu um convite para vir em visita, só a esta sessão.',
      observer: 'Recebeu um convite para observar só esta sessão: ouve, e ninguém ouve a sua voz.',
    },
    agreed: 'Pode entrar se todas as pessoas que vêm tiverem concordado.',
    waits: 'A sessão anterior ainda não terminou. Pode entrar quando terminar.',
    over: 'O tempo para entrar nesta sessão chegou ao fim. Se voltar a receber um convite, recebe outro link.',
  },

  key: {
    missing: (leads) =>
      `As sessões deste grupo são seladas, e o seu link perdeu a chave: a parte depois de ~. Abra o link tal como lhe foi enviado, ou peça ${leads ? 'a quem facilita consigo' : 'a quem facilita'} que o envie outra vez. As suas datas e as suas presenças estão aqui, ainda assim.`,
    broken: (leads) =>
      `As sessões deste grupo são seladas, e a chave no seu link não está certa: falta um caractere, ou há um errado. Copie o link inteiro mais uma vez, ou peça ${leads ? 'a quem facilita consigo' : 'a quem facilita'} que o envie outra vez. As suas datas e as suas presenças estão aqui, ainda assim.`,
    other: (leads) =>
      `As sessões deste grupo são seladas, e o seu link tem a chave de outro grupo, ou uma anterior deste. Peça ${leads ? 'a quem facilita consigo' : 'a quem facilita'} que lhe envie outra vez o seu link. As suas datas e as suas presenças estão aqui, ainda assim.`,
    sent: (leads) =>
      `A chave do seu link foi enviada ao servidor, porque o link foi reescrito pelo caminho. Quem gere o servidor poderia escutar. ${leads ? 'Para ter a certeza, dê outra chave ao grupo, e envie os links de outra maneira.' : 'Peça a quem facilita que dê outra chave ao grupo.'}`,
    unable: () =>
      'As sessões deste grupo são seladas, e esta página não consegue ler chaves aqui: para isso é preciso um navegador mais recente, e um endereço que comece por https.',
  },
};
