import type { lobby as en } from '../../en/everywhere/lobby';

/** What somebody reads before they enter. */
export const lobby: typeof en = {
  lobby: {
    title: 'Prendi posto',
    titleBack: 'Il tuo posto ti aspetta',
    intro: 'Questo link è solo tuo: porta a un posto nel cerchio, e sempre allo stesso.',
    introBack:
      'Eri qui un momento fa e torni come la stessa persona. Il microfono è aperto solo se lo hai lasciato aperto.',
    name: 'Il nome con cui il gruppo ti conosce',
    nameMissing: 'Di’ al cerchio il tuo nome.',
    openMicrophone: 'Entra con il microfono aperto',
    join: 'Entra nel cerchio',
    joinBack: 'Torna nel cerchio',
    joining: 'Cerco il tuo posto',
    unreached: 'Il cerchio non è ancora raggiungibile',
    again: 'La pagina riprova da sola.',
    looking: 'Cerco il tuo cerchio',
    waitsForFrame: 'Potrai entrare appena questa pagina avrà letto gli accordi del cerchio.',
    agreeing: 'Entrando accetti questi accordi.',
  },

  seal: {
    is: 'Sigillato: il server non può ascoltare',
    sent: 'Sigillato, ma il server ha avuto la chiave',
    not: 'Non sigillato: il server potrebbe ascoltare.',
    refused: 'Non puoi ancora entrare',
  },

  frame: {
    title: 'I nostri accordi',
    invitedAs: {
      facilitator: 'Ti invitiamo a condurre.',
      presenter: 'Ti invitiamo a partecipare.',
      member: 'Ti invitiamo a partecipare.',
      observer: 'Ti invitiamo a osservare: senti tutto, e nessuno ti sente.',
    },
    about:
      'In un cerchio Balint una persona racconta di qualcuno che ha in cura, poi si mette in disparte e ascolta. Il gruppo dice ad alta voce che cosa immagina e che cosa prova. Nessuno consiglia, insegna o giudica, e non c’è nulla da risolvere.',
    confidence: 'Quello che si dice nel cerchio resta nel cerchio.',
    unread:
      'Ora non è possibile leggere gli accordi di questo cerchio. La pagina continua a provare da sola.',
    nothingKept: 'Nulla viene registrato, mai.',
    alone: 'Scegli una stanza dove ci sei solo tu e da fuori nessuno può sentire.',
    headphones: 'Se puoi, usa le cuffie.',
    sitBack: {
      enforced: null,
      soft: 'Di chi sta in disparte non si sente la voce; può però chiedere la parola a chi conduce.',
      off: 'Chi sta in disparte sposta la sedia fuori dal cerchio e conserva la voce.',
    },
    fishbowl:
      'Mentre si lavora a un caso, un cerchio interno parla e uno esterno ascolta soltanto.',
    observersAsked: 'Prima che tu entri, si chiede a tutto il cerchio.',
    chosen: {
      offers_seen_by_all: 'Tutto il cerchio vede chi ha un caso',
      digits_for_all: 'Tutto il cerchio vede i minuti',
      knocking: 'Chi partecipa bussa, e chi conduce apre',
    },
    knocks: 'Aspetti alla porta finché chi conduce ti fa entrare.',
  },
};
