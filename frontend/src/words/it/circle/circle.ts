import type { circle as en } from '../../en/circle/circle';
import { count } from '../count';

/** The people, the ring, and what each may say of themselves. */
export const circle: typeof en = {
  role: {
    facilitator: 'conduce',
    presenter: 'presenta',
    member: 'partecipa',
    observer: 'osserva',
  },

  presence: {
    vacant: 'non ancora qui',
    knocking: 'alla porta',
    here: '',
    coming_back: 'sta tornando',
    left: 'non è più qui',
    uninvited: 'non ha più l’invito',
  },

  leadingUnloaded:
    'Quello che serve qui a chi conduce non si è caricato. L’audio e la fase successiva funzionano anche senza.',

  connection: {
    sign: {
      connected: 'Cerchio in linea',
      reconnecting: 'Ricollegamento',
      joining: 'L’audio si collega',
      back: 'Stai tornando',
      blocked: 'Niente audio',
      impossible: 'Niente audio',
      moving: 'Cambio di server',
    },
    some: 'In linea',
  },

  notice: {
    ended: 'L’incontro è finito.',
    not_here: 'In questo momento non sei nel cerchio.',
    not_yours: 'Questo spetta a chi ha un altro ruolo.',
    not_now: 'In questo momento non è possibile.',
    stale: 'Qualcuno è stato più veloce. Ora è così.',
    no_such_step: 'Il programma non ha questa fase.',
    no_presenter: 'Prima serve qualcuno che presenti il caso.',
    out_of_bounds: 'Una fase non può avere così tanti minuti, o così pochi.',
    already: 'È già così.',
    no_such_person: 'In questo momento questa persona non è nel cerchio.',
    no_consent: 'Questa persona non ha offerto un caso. Prima va chiesto.',
    not_agreed: 'Manca ancora qualche consenso.',
    case_has_begun: 'Il caso è cominciato.',
    is_presenter: 'Questa persona presenta il caso in corso. Prima concludi il caso.',
    sitting_back: 'Mentre stai in disparte nessuno ti sente. Potrai parlare quando rientri.',
    silenced: 'Chi conduce ti ha messo in silenzio. Potrai parlare quando ti ridarà la voce.',
    uninvited: 'Il suo invito è stato ritirato.',
    not_kept:
      'In questo momento non è stato possibile salvarlo, quindi non è stato fatto. Il cerchio è come prima. Riprova tra un momento.',
    line_lost:
      'La tua linea non è ancora tornata, quindi non è stato fatto. Riprova tra un momento.',
    sealed_anew:
      'In questo momento la tua voce non si è potuta sigillare, quindi non viene più inviata. La pagina ricomincia: aspetta che dica che ti si sente.',
    unanswered:
      'La linea è caduta prima che arrivasse una risposta. Quando torna, guarda se è stato fatto.',
  },
  waitsForAnswer: 'In attesa della risposta del server.',

  circle: {
    here: 'Il cerchio',
    ring: 'Persone nel cerchio',
    observers: 'Chi osserva',
    you: 'tu',
    offer: {
      none: '',
      standing: 'ha un caso',
      next_time: 'un caso per più tardi',
    },
    wishes: 'vorrebbe parlare',
    inDebrief: 'nella stanza della conduzione',
    lingering: 'nella stanza del cerchio',
    asked: 'ha avuto la proposta di presentare',
    formerly: (name: string) => `prima: ${name}`,
    noSound: 'niente audio',
    satBack: 'in disparte, fuori dal cerchio',
    leave: 'Esci',
    plan: 'Le fasi dell’incontro',
    stepOf: (n: number, all: number) => `Fase ${n} di ${all}`,
    minutesShort: (n: number) => `${n} min`,
    empty: (n: number) => count(n, 'sedia è vuota.', 'sedie sono vuote.'),
    onlyListening: 'Solo in ascolto',
    showTime: 'Mostra il tempo',
    hideTime: 'Nascondi il tempo',
    notHeardYet: 'voce non ancora sentita',
    timeIsUp: 'Il tempo di questa fase è passato. Non c’è fretta.',
    over: 'oltre',
    paused: 'orologio fermo',
    timeLeft: 'Tempo che resta in questa fase',
    yourPart: 'Il tuo compito',
    sound: 'Audio',
    soundTitle: 'Il tuo audio',
  },

  cases: {
    offer: 'Ho un caso',
    withdraw: 'Ritiro la mia offerta',
    offered: 'Solo chi conduce vede che hai un caso.',
    offeredToAll: 'Il cerchio sa che hai un caso.',
    nextTime: 'È stato scelto un altro caso. Il tuo può ancora essere scelto.',
    named: 'Tocca a te presentare il prossimo caso.',
    asked: 'Chi conduce ti chiede se vuoi presentare un caso.',
    accept: 'Sì, presento',
    decline: 'Questa volta no',
  },

  otherDevice: {
    title: 'Il tuo link è stato aperto di nuovo',
    opened: (name: string) => `${name} ha aperto il tuo link su un altro dispositivo.`,
    isItYou: 'Sei tu? Se non rispondi, si chiede a chi conduce.',
    askedAlone: 'Sei tu? Se non rispondi entro 15 secondi, il tuo posto passa a quel dispositivo.',
    yes: 'Sì, passo a quel dispositivo',
    no: 'No, non sono io',
  },

  news: {
    make: 'Ho notizie',
    takeBack: 'Anzi, nessuna notizia',
    sign: 'ha notizie',
  },

  wish: {
    make: 'Vorrei parlare',
    takeBack: 'Ritiro la richiesta',
  },

  presenter: {
    needPause: 'Mi serve una pausa',
    pauseNeeded: 'È stato detto a chi conduce che hai bisogno di una pausa.',
    pauseWaits: 'Appena torna chi conduce, saprà che hai bisogno di una pausa.',
    pauseSeen: 'Chi conduce ha visto che hai bisogno di una pausa.',
    askToSpeak: 'Posso dire una cosa?',
    wordAsked: 'Hai chiesto la parola a chi conduce.',
    wordDeclined: 'Chi conduce ha visto che chiedi la parola: non adesso.',
  },
};
