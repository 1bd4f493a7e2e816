import type { sealed as en } from '../../en/sealed/sealed';

/** Sealed voices: what is protected, what the server still sees, and what to do when a key does not fit. */
export const sealed: typeof en = {
  sealed: {
    protects:
      'Il tuo browser sigilla la tua voce, e soltanto i browser di questo cerchio la riaprono. La loro chiave è nei vostri link, e non viene mai inviata al server.',
    seen: 'Il server vede comunque chi è qui e quando qualcuno parla. Ti dà anche questa pagina: chi cambiasse la pagina potrebbe rompere il sigillo.',
    notMeans:
      'Chi gestisce il server potrebbe ascoltare. Questo cerchio è stato aperto così per chi ha un browser meno recente. Per incontrarvi con le voci sigillate, apri un altro cerchio.',
    sent: (ofGroup) =>
      `Il tuo link è stato riscritto per strada, e così la sua chiave è stata inviata una volta al server. Chi gestisce il server potrebbe ascoltare. ${ofGroup ? 'Chiedi a chi conduce di dare al gruppo un’altra chiave.' : 'Per sicurezza, apri un altro cerchio e manda i suoi link per un’altra via.'}`,
    withheld:
      'Il tuo browser ha creato una chiave solo per questo incontro, ma il server non la trasmette. Così la tua voce è sigillata soltanto con la chiave dei vostri link: chi trovasse un link più tardi potrebbe aprire ciò che fosse stato registrato. Ricarica la pagina. Se dice la stessa cosa, avvisa chi gestisce il server.',
    unopened:
      'Una voce non si può aprire qui. Se non basta ricaricare la pagina, chiedi alle altre persone di ricaricare la loro. Se resta così, confrontate le cifre, ma non attraverso questa pagina, e avvisa chi gestisce il server.',
    compare:
      'Queste cifre sono uguali per tutte le persone di questo cerchio. Se volete la certezza, confrontatele ad alta voce:',
    digits: (digits: string) => `${digits.slice(0, 4)}\u00a0${digits.slice(4)}`,
    problem: {
      missing: {
        title: 'Il tuo link ha perso la chiave',
        text: 'Questo cerchio è sigillato: può ascoltare solo chi ha la sua chiave. La chiave è la fine del tuo link, dopo ~. Apri il link intero, così com’è stato mandato, o chiedi a chi conduce di mandartelo di nuovo.',
      },
      cut: {
        title: 'Manca la fine del tuo link',
        text: 'Lì c’è la chiave di questo cerchio, e una parte è andata persa. Apri il link intero, così com’è stato mandato, o chiedi a chi conduce di mandartelo di nuovo.',
      },
      mistyped: {
        title: 'Nel tuo link c’è un errore',
        text: 'La chiave alla fine, dopo ~, non è com’era in origine: forse è cambiato un carattere. Apri il link così com’è stato mandato, o chiedi a chi conduce di mandartelo di nuovo.',
      },
      foreign: {
        title: 'Questa chiave è di un altro cerchio',
        text: 'La fine del tuo link, dopo ~, non appartiene a questo cerchio, oppure il server non dice la verità. Non usare questo link per l’incontro. Chiedi a chi conduce di mandarti di nuovo il link.',
      },
      unlocked: {
        title: 'Questo cerchio dovrebbe essere sigillato',
        text: 'Il tuo link ha una chiave, ma il server dice che questo cerchio non ne ha. Non usare questo link per l’incontro: qualcuno potrebbe ascoltare. Avvisa chi conduce, ma non attraverso questa pagina.',
      },
      unable: {
        title: 'Questo browser non può sigillare la tua voce',
        text: 'Questo cerchio è sigillato: senza sigillo non può entrare nessuno. Apri il tuo link in Chrome o Edge dalla versione 141, Firefox dalla 130 o Safari dalla 17, con https.',
      },
      unstarted: {
        title: 'Il sigillo non è partito',
        text: 'La parte di questa pagina che sigilla la tua voce non si è caricata, quindi nulla è stato inviato. Ricarica la pagina, o apri il tuo link in un altro browser.',
      },
    },
  },
};
