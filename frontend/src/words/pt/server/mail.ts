import type { mail as en } from '../../en/server/mail';

export const mail: typeof en = {
  mail: {
    dateChanged: (group) => `${group}: uma data mudou`,
    dates: (group) => `${group}:`,
    cancelled: (when) => `A sessão de ${when} foi cancelada.`,
    moved: (before, now) => `A sessão de ${before} passa para ${now}.`,
    takes: (when, minutes) => `A sessão de ${when} dura agora ${minutes} minutos.`,
    when: (day, time, zone) => `${day}, ${time} (${zone})`,
    showsAll: 'O seu link mostra todas as datas.',
    fewSubject: (group) => `${group}: poucas pessoas podem vir`,
    few: (when, expected, quorum) =>
      `A sessão de ${when}: pessoas que podem vir, ${expected}; ficou combinado reunirem-se a partir de ${quorum} pessoas.`,
    fewShows: 'O seu link mostra quem não pode vir. Este aviso é enviado uma só vez por data.',
    unconfirmedSubject: (group) => `${group}: uma sessão ainda não está confirmada`,
    unconfirmed: (when, until) =>
      `A sessão de ${when} pode ser confirmada até ${until}. Sem isso, não aparece em nenhum certificado.`,
    unconfirmedShows:
      'O seu link leva aonde confirma quem esteve presente. Este aviso é enviado uma só vez por sessão.',
    renewed:
      'O seu link para este grupo foi renovado por alguém que o tinha, provavelmente por si. O antigo já não abre nada. Se não foi por sua iniciativa, peça na página inicial que o link lhe seja enviado de novo para este endereço, e crie logo outro.',
    link: 'O seu link para o seu grupo Balint',
    asked: 'Este link foi pedido de novo, provavelmente por si.',
    noKey:
      'As vozes deste grupo são seladas, e nenhuma mensagem leva a chave: abra este link num navegador que se lembre deste grupo, ou peça o link inteiro a quem facilita.',
    yoursAlone: 'É só para si: não o dê a ninguém.',
    takeBack:
      'Este endereço foi dado por si ao grupo. Na página do grupo pode retirá-lo em qualquer altura.',
    codeSubject: 'O código para o seu endereço',
    code: (code) => `O código é ${code}.`,
    codeMeans:
      'Este endereço foi dado, provavelmente por si, na página de um grupo, para receber as mensagens do grupo. Escreva o código nessa página; é válido durante um dia.',
    notYou:
      'Se não foi por sua iniciativa, não faça nada: não chegará aqui nada além de códigos como este, e o endereço será esquecido.',
  },
};
