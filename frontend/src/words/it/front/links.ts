import type { links as en } from '../../en/front/links';

/** How somebody joins, at the end of every invitation. */
const HOW_TO_JOIN =
  'Per entrare, apri il link da un computer o da un telefono con microfono. Meglio con le cuffie. Scegli una stanza silenziosa, dove ci sei solo tu. Non serve un account, e non c’è nulla da installare.';

const invitation =
  (invited: (title: string) => string) =>
  (title: string, sentence: string, link: string): string =>
    [
      invited(title),
      `Nulla viene registrato, mai, e questi sono i nostri accordi: ${sentence}`,
      `Il tuo link, solo per te:\n${link}`,
      HOW_TO_JOIN,
    ].join('\n\n');

/** Giving a circle's links away. */
export const links: typeof en = {
  links: {
    title: 'Il tuo cerchio è pronto',
    explain:
      'Ogni link è il posto di una persona. Dai a ogni persona il suo, e quello di nessun’altra persona.',
    kept: 'I link si conservano in questo browser, e in nessun altro luogo, finché non dici che li hai consegnati tutti. Safari li dimentica dopo una settimana senza visite: consegnali prima. Su un computer condiviso, scegli «Dimentica i link qui» prima di andare via.',
    notKept:
      'Questo browser non conserva nulla per questa pagina: i link sono soltanto qui. Copiali prima di chiuderla o ricaricarla.',
    until: (time: string) =>
      `Qualcuno deve entrare una volta prima di ${time}, anche solo per un momento: poi il cerchio aspetta il suo incontro. Se non entra nessuno, il cerchio finisce.`,
    own: 'Il tuo posto',
    ownMeans: 'Questo link è tuo, perciò non compare in nessun elenco qui sotto.',
    takeSeat: 'Prendo posto',
    group: {
      facilitator: 'Chi conduce',
      member: 'Chi partecipa',
      observer: 'Chi osserva',
    },
    seat: (n: number) => `Posto ${n}`,
    line: (n: number, link: string) => `Posto ${n}: ${link}`,
    whose: 'Per chi?',
    whoseSeat: (n: number) => `Per chi è il posto ${n}?`,
    whoseMeans:
      'I nomi che scrivi qui sono soltanto per te: restano in questo browser, e non compaiono in nessun invito.',
    copyInvitation: 'Copia l’invito',
    copyInvitationFor: (n: number) => `Copia l’invito per il posto ${n}`,
    copyFacilitators: 'Copia i link di chi conduce',
    copyOthers: 'Copia tutti i link di chi partecipa e di chi osserva',
    copyMembers: 'Copia tutti i link di chi partecipa',
    more: 'Link, e-mail, codice QR',
    moreFor: (n: number) => `Link, e-mail e codice QR del posto ${n}`,
    copyLink: 'Copia solo il link',
    copyLinkFor: (n: number) => `Copia solo il link del posto ${n}`,
    share: 'Condividi',
    shareFor: (n: number) => `Condividi l’invito per il posto ${n}`,
    mail: 'Scrivi un’e-mail',
    mailFor: (n: number) => `Scrivi un’e-mail con l’invito per il posto ${n}`,
    qrFor: (n: number) => `Codice QR del link del posto ${n}`,
    qrFailed: 'Non si è potuto disegnare il codice QR. Il link qui sopra è lo stesso.',
    forget: 'Consegnati tutti: dimentica i link qui',
    forgetTitle: 'Vuoi dimenticare i link in questo browser?',
    forgetText:
      'Nessuno potrà più mostrarli. Il cerchio resta aperto, e ogni link che hai consegnato apre ancora il suo posto.',
    forgetYes: 'Dimenticali',
    forgetNo: 'Tienili qui',
    another: 'Apri un altro cerchio',
  },

  invitation: {
    subject: (title: string) => `Il tuo posto nel cerchio Balint «${title}»`,
    facilitator: invitation((title) => `Ti invitiamo a condurre il cerchio Balint «${title}».`),
    member: invitation((title) => `Ti invitiamo al cerchio Balint «${title}».`),
    observer: invitation(
      (title) =>
        `Ti invitiamo a osservare il cerchio Balint «${title}»: senti tutto, e nessuno ti sente. Prima che tu entri, si chiede a tutto il cerchio.`,
    ),
  },
};
