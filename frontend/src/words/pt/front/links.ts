import type { links as en } from '../../en/front/links';

/** How somebody joins, at the end of every invitation. */
const HOW_TO_JOIN =
  'Para entrar, abra o link num computador ou num telemóvel com microfone. De preferência, use auscultadores. Escolha um lugar tranquilo, só para si. Não precisa de criar conta, nem de instalar nada.';

const invitation =
  (invited: (title: string) => string) =>
  (title: string, sentence: string, link: string): string =>
    [
      invited(title),
      `Nada é gravado, nunca, e este é o nosso acordo: ${sentence}`,
      `O seu link, só para si:\n${link}`,
      HOW_TO_JOIN,
    ].join('\n\n');

export const links: typeof en = {
  links: {
    title: 'O seu círculo está pronto',
    explain: 'Cada link é o lugar de uma pessoa. Dê a cada pessoa o seu, e o de mais ninguém.',
    kept: 'Os links ficam guardados neste navegador, e em mais lado nenhum, até dizer que foram todos entregues. O Safari esquece-os após uma semana sem visitas: entregue-os antes. Num computador partilhado, escolha «Esquecer os links aqui» antes de sair.',
    notKept:
      'Este navegador não guarda nada para esta página, por isso os links só estão aqui. Copie-os antes de a fechar ou carregar de novo.',
    until: (time) =>
      `Alguém tem de entrar uma vez antes de ${time}, nem que seja por um momento: depois, o círculo espera pela sua sessão. Se ninguém entrar, termina.`,
    own: 'O seu lugar',
    ownMeans: 'Este link é seu, por isso não está em nenhuma lista abaixo.',
    takeSeat: 'Ocupar o meu lugar',
    group: {
      facilitator: 'Quem facilita',
      member: 'Membros',
      observer: 'Quem observa',
    },
    seat: (n) => `Lugar ${n}`,
    line: (n, link) => `Lugar ${n}: ${link}`,
    whose: 'Para quem?',
    whoseSeat: (n) => `Para quem é o lugar ${n}?`,
    whoseMeans:
      'Os nomes que aqui escrever são só para si: ficam neste navegador, e não aparecem em nenhum convite.',
    copyInvitation: 'Copiar o convite',
    copyInvitationFor: (n) => `Copiar o convite para o lugar ${n}`,
    copyFacilitators: 'Copiar os links de quem facilita',
    copyOthers: 'Copiar todos os links de membros e de quem observa',
    copyMembers: 'Copiar todos os links de membros',
    more: 'Link, e-mail, código QR',
    moreFor: (n) => `Link, e-mail e código QR do lugar ${n}`,
    copyLink: 'Copiar só o link',
    copyLinkFor: (n) => `Copiar só o link do lugar ${n}`,
    share: 'Partilhar',
    shareFor: (n) => `Partilhar o convite para o lugar ${n}`,
    mail: 'Escrever um e-mail',
    mailFor: (n) => `Escrever um e-mail com o convite para o lugar ${n}`,
    qrFor: (n) => `Código QR do link do lugar ${n}`,
    qrFailed: 'Não foi possível desenhar o código QR. O link acima é o mesmo.',
    forget: 'Tudo entregue: esquecer os links aqui',
    forgetTitle: 'Esquecer os links neste navegador?',
    forgetText:
      'Ninguém pode voltar a mostrá-los. O círculo fica aberto, e cada link que entregou continua a abrir o seu lugar.',
    forgetYes: 'Esquecer',
    forgetNo: 'Manter aqui',
    another: 'Abrir outro círculo',
  },

  invitation: {
    subject: (title) => `O seu lugar no círculo Balint «${title}»`,
    facilitator: invitation(
      (title) => `Enviamos-lhe um convite para facilitar o círculo Balint «${title}».`,
    ),
    member: invitation((title) => `Enviamos-lhe um convite para o círculo Balint «${title}».`),
    observer: invitation(
      (title) =>
        `Enviamos-lhe um convite para observar o círculo Balint «${title}»: ouve tudo, e ninguém ouve a sua voz. Antes da sua entrada, pede-se o acordo de toda a gente no círculo.`,
    ),
  },
};
