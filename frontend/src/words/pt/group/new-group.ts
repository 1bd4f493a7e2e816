import type { newGroup as en } from '../../en/group/new-group';

const HOW =
  'Guarde este link: é só seu, e leva a todas as sessões. Mostra-lhe também as datas, e é lá que pode dizer que não pode vir. Não precisa de criar conta, nem de instalar nada.';

const text =
  (own: string, ...how: string[]) =>
  (invited: (group: string) => string) =>
  (name: string, group: string, sentence: string, link: string): string =>
    [
      `${name},`,
      invited(group),
      `Nada é gravado, nunca, e este é o nosso acordo: ${sentence}`,
      `${own}\n${link}`,
      ...how,
    ].join('\n\n');

const invitation = text('O seu link:', HOW);
const toOneMeeting = text('O seu link, com a data lá dentro:');

export const newGroup: typeof en = {
  newGroup: {
    title: 'Um grupo que se reúne regularmente',
    lead: 'As mesmas pessoas, uma e outra vez. Cada uma recebe um link para todas as sessões, com as datas lá dentro.',
    name: 'Como se chama o seu grupo?',
    example: 'Grupo de terça',
    zone: 'Fuso horário do grupo',
    zoneMeans:
      'As horas do grupo seguem este relógio, no verão e no inverno. Cada pessoa lê também as suas.',
    people: 'Quem faz parte dele?',
    peopleMeans: 'Os nomes, tal como o grupo os conhece. Pode juntar mais em qualquer altura.',
    own: 'O seu nome',
    nameOf: (n) => `Nome ${n}`,
    facilitates: (n) => `O nome ${n} facilita`,
    facilitatesShort: 'facilita',
    another: 'Mais uma pessoa',
    drop: (n) => `Retirar o nome ${n}`,
    more: 'Mais sobre este grupo',
    open: 'Abrir o grupo',
    opening: 'O grupo está a abrir',
    next: 'Depois diz quando se reúnem, e envia a cada pessoa o seu link.',
  },

  invitation: {
    subject: (group) => `O seu link para o grupo Balint «${group}»`,
    facilitator: invitation(
      (group) => `é uma das pessoas que facilitam o grupo Balint «${group}».`,
    ),
    member: invitation(
      (group) =>
        `enviamos-lhe um convite para o grupo Balint «${group}», que se reúne regularmente.`,
    ),
    observer: toOneMeeting(
      (group) =>
        `enviamos-lhe um convite para observar uma sessão do grupo Balint «${group}»: ouve tudo, e ninguém ouve a sua voz.`,
    ),
    guest: toOneMeeting(
      (group) => `enviamos-lhe um convite para uma sessão do grupo Balint «${group}».`,
    ),
  },
};
