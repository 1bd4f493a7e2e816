import type { group as en } from '../../en/group/group';
import { count } from '../count';

/** A standing group, as every one of its people sees it. */
export const group: typeof en = {
  looking: 'Cerco il tuo gruppo',
  kept: 'Salvato.',
  asking: 'In attesa del server',
  unreachable:
    'Il server non ha risposto. Appena risponde di nuovo, questa pagina mostra se è stato salvato.',
  unread:
    'In questo momento il server non risponde. Quello che vedi è com’era prima; questa pagina continua a provare.',
  notRead: 'In questo momento il tuo gruppo non si può leggere',
  goesOn: 'Nulla è andato perso. Questa pagina continua a provare.',
  again: 'Prova ora',
  you: (name: string, role: string) => `Sei qui come ${name}. Ruolo: ${role}.`,
  role: {
    facilitator: 'conduzione',
    presenter: 'partecipante',
    member: 'partecipante',
    observer: 'osservazione',
  },

  closed: {
    not_invited: {
      title: 'Questo link non apre nessun gruppo',
      text: 'Forse il link è stato rinnovato o ritirato, l’incontro a cui portava è stato annullato o è già passato, o una parte del link è andata persa per strada. Aprirlo non ha cambiato nulla. Chiedi il tuo link a chi conduce il gruppo.',
    },
    erased: {
      title: 'Questo gruppo non c’è più',
      text: 'È stato cancellato, con tutto ciò che ne era conservato. Ciò che hai scaricato resta a te. Se non te lo aspettavi, chiedi a chi conduceva il gruppo.',
    },
    left: {
      title: 'Hai lasciato il gruppo',
      text: 'Il tuo nome è stato tolto, e il tuo link non apre più il gruppo. I tuoi minuti di presenza restano nei suoi registri, senza nome.',
    },
  },

  unkept: {
    title: 'Vuoi uscire da questa pagina?',
    text: 'Qualcosa che hai scritto qui non è ancora stato salvato. Se esci, va perso.',
    yes: 'Esci dalla pagina',
    no: 'Resta qui',
  },

  meeting: {
    next: 'Il prossimo incontro',
    today: 'Ora puoi entrare',
    none: 'Nessuna data in programma.',
    others: 'Altre date',
    on: (day: string, hours: string) => `${day}, ${hours}`,
    there: (place: string, day: string, hours: string) => `Ora di ${place}: ${day}, ${hours}`,
    odd: {
      skipped:
        'In quel momento l’ora viene spostata avanti: l’incontro comincia più tardi di altrettanto.',
      twice:
        'In quel momento l’ora viene spostata indietro, e questo orario capita due volte: vale la prima.',
    },
    moved: 'Questa data è stata modificata.',
    cancelled: 'Questa data è annullata.',
    enter: 'Entra nell’incontro',
    opens: 'Puoi entrare da 30 minuti prima dell’inizio.',
    acceptFirst: 'Puoi entrare quando avrai accettato gli accordi del gruppo.',
    absent: 'Non posso venire',
    absentOn: (day: string) => `Non posso venire ${day}`,
    comes: 'Invece posso venire',
    comesOn: (day: string) => `Invece posso venire ${day}`,
    saidAbsent: 'Hai detto che non puoi venire.',
    sayAgain:
      'La data è stata spostata dopo che avevi detto di non poter venire. Se non puoi venire neanche alla nuova ora, dillo di nuovo.',
    noReason: 'Il motivo non si chiede. Chi conduce vede che non vieni, e puoi cambiare idea.',
  },

  guests: {
    member: (name: string) => `${name} vorrebbe venire come ospite.`,
    observer: (name: string) => `${name} vorrebbe osservare: ascoltare, senza intervenire.`,
    all: 'Entra solo se acconsentono tutte le persone che vengono.',
    first:
      'Avevi detto di non poter venire, quindi il resto del gruppo ha acconsentito senza di te. Potrai entrare quando avrai acconsentito anche tu.',
    agree: (name: string) => `Acconsento: ${name}`,
    agreed: (name: string) => `Hai acconsentito: ${name}.`,
    takeBack: 'Ritiro il consenso',
  },

  terms: {
    isNew: 'Leggi, e se sei d’accordo accetta. Poi puoi entrare negli incontri del gruppo.',
    accept: 'Accetto questi accordi',
    quorum: (n: number) => `Ci incontriamo se possono venire almeno ${n} persone.`,
    closed: 'Siamo sempre le stesse persone.',
    open: 'Possono unirsi persone nuove.',
    kept: (n: number) =>
      `Chi c’era, e per quanto tempo, si conserva per ${count(n, 'mese', 'mesi')}, per gli attestati. Le assenze annunciate si conservano fino a 30 giorni dopo l’incontro.`,
    fairTurn:
      'Se tutto il gruppo acconsente, si annota la data in cui ogni persona ha presentato l’ultima volta.',
    endCard: 'Dopo un incontro ogni persona può dire, senza dare il nome, com’è stato.',
    quarterly:
      'Una volta al trimestre ogni persona può dire, senza dare il nome, come va il lavoro.',
  },

  calendar: {
    title: 'Nel mio calendario',
    download: 'Scarica le date',
    follows: 'Un indirizzo che il mio calendario segue',
    means:
      'Lì il tuo calendario legge le date, e vede quando una si sposta o si annulla. Questo indirizzo non apre nessun incontro: tienilo per te.',
    make: 'Crea l’indirizzo',
    show: 'Mostra l’indirizzo',
    renew: 'Crea un nuovo indirizzo',
    renewMeans: 'Da allora il vecchio indirizzo non funziona più.',
    copy: 'Copia l’indirizzo',
  },

  attendance: {
    title: 'Le mie presenze',
    none: 'Non c’è ancora stato nessun incontro.',
    minutes: (n: number) => count(n, 'minuto', 'minuti'),
    notThere: 'assenza',
    confirmed: 'confermato',
    unconfirmed: 'non ancora confermato',
    lapsed: 'non confermato in tempo',
    corrected: 'corretto',
    inPerson: 'in presenza',
    certificate: 'Attestato di presenza',
    onlyConfirmed: 'Elenca gli incontri confermati da chi conduce.',
    from: 'Dal',
    until: 'Al',
    number: 'Il tuo numero di iscrizione all’albo o un altro, se richiesto',
    numberMeans: 'Viene stampato sull’attestato, e non si conserva in nessun luogo.',
    download: 'Scarica l’attestato',
    print: 'Stampa da qui',
    takeFirst: 'Gli attestati e i registri vanno scaricati prima. Dopo non è più possibile.',
    noSpan: 'Il primo giorno viene dopo l’ultimo. Sceglili di nuovo.',
  },

  cards: {
    meeting: 'Com’è stato per te questo incontro?',
    choices: [
      'Porto con me molto',
      'Porto con me qualcosa',
      'Porto con me poco',
      'È stato pesante per me',
    ],
    counts: 'Com’è stato l’incontro',
    anonymous: (quarterly) =>
      `Nessuno nel gruppo vede chi ha risposto che cosa. I conteggi si mostrano una sola volta, dopo ${quarterly ? 'il trimestre' : 'due giorni'}, e solo se hanno risposto almeno cinque persone. Fino ad allora il server conserva i conteggi e chi ha risposto: chi lo gestisce potrebbe dedurne chi ha risposto che cosa.`,
    /** The single item of the Physician Work Life Study; no validated Italian wording was found. */
    quarter:
      'Nel complesso, in base alla tua definizione di burnout, come valuteresti il tuo livello di burnout?',
    quarterly: [
      'Il mio lavoro mi piace. Non ho sintomi di burnout.',
      'A volte sono sotto stress, e non ho sempre l’energia di una volta, ma non mi sento in burnout.',
      'Sto decisamente andando in burnout e ho uno o più sintomi di burnout, come l’esaurimento fisico ed emotivo.',
      'I sintomi di burnout che provo non passano. Penso spesso alla frustrazione sul lavoro.',
      'Mi sento completamente in burnout e spesso mi chiedo se riesco ad andare avanti. Sono al punto in cui potrei aver bisogno di qualche cambiamento, o di cercare un qualche tipo di aiuto.',
    ],
    quarterTitle: 'Come va il lavoro',
    quarterOf: (quarter: string) => `Il trimestre ${quarter}`,
    answer: 'Dai questa risposta',
    answered: 'Hai risposto. Grazie.',
    times: (choice: string, n: number) => `${choice}: ${n}`,
  },

  turns: {
    title: 'Quando ho presentato l’ultima volta',
    share: 'Annota la data in cui presento',
    means:
      'Comincia quando acconsentono tutte le persone del gruppo. La tua data la vedi tu, e la vede chi conduce; se quel giorno c’è stato un solo caso, la data rivela che era tuo. Se ritiri il consenso, la data sparisce.',
    last: (day: string) => `Hai presentato l’ultima volta in data ${day}.`,
    never: 'Non hai annotato di aver presentato.',
    waits:
      'Non tutto il gruppo acconsente, quindi non si annota nulla, e le date già annotate non vengono mostrate.',
    presented: 'In questo incontro ho presentato',
  },

  cases: {
    title: 'Casi precedenti',
    means:
      'Di ogni caso si conservano qui il numero e la data, mai che cosa è stato raccontato. Spunta quelli che hai presentato: lo conserva solo questo browser.',
    of: (number: number, day: string) => `Caso ${number}, ${day}`,
    older: 'Casi meno recenti',
  },

  mail: {
    title: 'La mia posta',
    means:
      'Ricevi un messaggio quando una data del gruppo si sposta o si annulla, e un link perso può esserti mandato di nuovo. Nessuno nel gruppo vede il tuo indirizzo.',
    address: 'Il tuo indirizzo di posta',
    given: (address: string) => `La posta va a ${address}.`,
    note: 'Mandami un codice',
    codeSent: (address: string) =>
      `Un codice è in arrivo a ${address}. Scrivilo qui entro un giorno: fino ad allora non vi si manda altro. Se non arriva, guarda nella posta indesiderata.`,
    code: 'Il codice',
    prove: 'Questo indirizzo è mio',
    wrongCode: 'Questo non è il codice. I tentativi sono cinque in tutto.',
    codeOver:
      'Il codice era sbagliato cinque volte e non vale più. Puoi dare ora un altro indirizzo, o di nuovo questo tra 24 ore.',
    erase: 'Non scrivermi più',
  },

  myself: {
    title: 'Questo browser e io',
    link: 'Il mio link',
    linkMeans:
      'È solo tuo, per tutti gli incontri: chi lo ha entra come se fossi tu. Aprilo sugli altri tuoi dispositivi, e non mandarlo ad altre persone.',
    copyLink: 'Copia il mio link',
    linkAsQr: 'Codice QR del mio link',
    remember: 'Ricorda questo gruppo in questo browser',
    rememberMeans:
      'Poi la pagina iniziale ti ci porta, senza il tuo link. Non su un dispositivo condiviso.',
    rememberKey: 'Insieme si conserva la chiave dei vostri incontri sigillati.',
    safari: 'Safari lo dimentica dopo una settimana senza visite: conserva anche il tuo link.',
    forget: 'Dimentica questo gruppo in questo browser',
    notRemembered:
      'Questo browser non conserva nulla per questa pagina. Tieni il tuo link dove lo ritrovi.',
    export: 'Scarica ciò che si conserva di me',
    leave: 'Togli il mio nome dal gruppo',
    leaveTitle: 'Vuoi lasciare il gruppo?',
    leaveText:
      'Il tuo nome viene tolto, e il tuo link non funziona più. I tuoi minuti di presenza restano nei registri, senza nome. Chi conduce può invitarti di nuovo.',
    leaveYes: 'Lascia il gruppo',
    leaveNo: 'Resta',
  },

  people: {
    title: 'Chi siamo',
  },

  guest: {
    title: (group: string) => `Un incontro di «${group}»`,
    invited: {
      facilitator: 'Ti invitiamo.',
      presenter: 'Ti invitiamo.',
      member: 'Ti invitiamo come ospite, a questo solo incontro.',
      observer: 'Ti invitiamo a osservare questo solo incontro: tu senti, e nessuno ti sente.',
    },
    agreed: 'Puoi entrare se tutte le persone che vengono hanno acconsentito.',
    waits: 'L’incontro precedente non è ancora finito. Potrai entrare quando lo sarà.',
    over: 'Il tempo per entrare in questo incontro è passato. Se ti invitano di nuovo, ricevi un altro link.',
  },

  key: {
    missing: (leads) =>
      `Gli incontri di questo gruppo sono sigillati, e il tuo link ha perso la chiave: la parte dopo ~. Apri il link così come ti è stato mandato, o chiedi ${leads ? 'a chi conduce con te' : 'a chi conduce'} di mandartelo di nuovo. Le tue date e le tue presenze sono comunque qui.`,
    broken: (leads) =>
      `Gli incontri di questo gruppo sono sigillati, e la chiave nel tuo link non è corretta: un carattere manca, o è sbagliato. Copia ancora una volta il link intero, o chiedi ${leads ? 'a chi conduce con te' : 'a chi conduce'} di mandartelo di nuovo. Le tue date e le tue presenze sono comunque qui.`,
    other: (leads) =>
      `Gli incontri di questo gruppo sono sigillati, e il tuo link ha la chiave di un altro gruppo, o una precedente di questo. Chiedi ${leads ? 'a chi conduce con te' : 'a chi conduce'} di mandarti di nuovo il tuo link. Le tue date e le tue presenze sono comunque qui.`,
    sent: (leads) =>
      `La chiave nel tuo link è stata inviata al server, perché il link è stato riscritto per strada. Chi gestisce il server potrebbe ascoltare. ${leads ? 'Per sicurezza, dai al gruppo un’altra chiave, e manda i link per un’altra via.' : 'Chiedi a chi conduce di dare al gruppo un’altra chiave.'}`,
    unable: () =>
      'Gli incontri di questo gruppo sono sigillati, e qui questa pagina non può leggere le chiavi: ci vuole un browser più recente, e un indirizzo che comincia con https.',
  },
};
