import type { meeting as en } from '../../en/circle/meeting';

/** What the circle is doing, and what each person is asked to do. */
export const meeting: typeof en = {
  guidance: {
    arrive: 'Arriva con i tuoi tempi. Cominciamo quando il cerchio è pronto.',
    welcome: 'Accogli chi arriva. Chi manca?',
    check_in: 'Qualche parola su come stai, oggi, qui.',
    brief_news: 'Brevi notizie dei casi precedenti, se ce ne sono.',
    ask_who_has_a_case: 'Chiedi chi ha un caso, e lascia lavorare il silenzio.',
    offer_if_you_have_one: 'Hai in mente una persona che curi? Non c’è fretta.',
    tell_the_case: 'Racconta come ti viene. Nessuno ti interrompe.',
    listen: 'Ascolta, e nota che cosa si muove in te.',
    protect_the_telling: 'Proteggi il racconto: ancora niente domande.',
    answer_facts: 'Di’ quello che sai. Bastano fatti semplici.',
    ask_facts: 'Chiedi soltanto fatti semplici.',
    keep_to_facts: 'Tieni le domande su fatti semplici.',
    lean_back: 'Sposta indietro la sedia. Da adesso ascolti soltanto.',
    make_room: 'Chi presenta si mette in disparte. Lascia che tutto si posi.',
    hear_everything: 'Ora il caso è affidato al gruppo. Non c’è bisogno che tu risponda.',
    imagine: 'Che cosa immaginate, che cosa provate? Parlate tra voi.',
    hold_the_reflection:
      'Resta con ciò che si immagina e si prova. Porta nella stanza anche la persona in cura.',
    return_as_you_like: 'È bello riaverti qui. Rispondi, o unisciti semplicemente al gruppo.',
    receive_the_return: 'Chi presenta è di nuovo qui. Accogli ciò che viene.',
    hold_the_return: 'Lascia spazio a chi presenta. Nulla chiede una risposta.',
    take_leave: 'È il momento di salutare il caso, e di salutarci.',
    close_without_verdict: 'Ringrazia chi ha presentato. Nessun verdetto, nessun riassunto.',
    linger: 'L’incontro è finito. Resta quanto vuoi, o vai in silenzio.',
    linger_or_debrief: 'Resta un po’ con il gruppo. La stanza della conduzione è aperta per te.',
    observe: 'Stai osservando. Nessuno ti sente.',
    farewell: 'Grazie della tua presenza.',
  },

  moment: {
    welcomeAll: 'Dai il benvenuto al gruppo. Chi manca, e come si arriva oggi?',
    youAreChosen: 'Tra poco racconti il tuo caso. Prenditi il tempo che vuoi.',
    chosen: (name: string) => `${name} porta il caso.`,
    chosenToBegin: (name: string) =>
      `${name} porta il caso. Vai avanti quando il cerchio è pronto.`,
    presenterAway: (name: string) => `In questo momento ${name} non è in linea.`,
    mayStillSpeak: 'Siedi fuori dal cerchio, e puoi ancora parlare.',
    roomCloses: 'L’incontro è finito. Resta un po’, o vai in silenzio.',
  },

  debrief: {
    title: 'Stanza della conduzione',
    guidance: 'Qui si sentono tra loro solo le persone che conducono.',
  },

  everybody: {
    shared: 'Restiamo con quello che si prova qui.',
    unled: 'Chi conduce non è in linea.',
    unledHeld:
      'Chi conduce non è in linea. L’orologio è fermo, e riparte appena torna qualcuno che conduce.',
    unledPaused: 'Chi conduce non è in linea. L’orologio è fermo, e aspetta chi conduce.',
    asksToObserve: (name: string) => `${name} chiede di osservare.`,
    agree: 'Acconsento',
    agreeTo: (name: string) => `Acconsento: ${name} può osservare`,
    agreed: 'Hai acconsentito.',
    closesAt: (time: string) => `La stanza chiude alle ore ${time}.`,
  },
};
