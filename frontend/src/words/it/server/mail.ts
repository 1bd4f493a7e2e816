import type { mail as en } from '../../en/server/mail';

export const mail: typeof en = {
  mail: {
    dateChanged: (group) => `${group}: una data è cambiata`,
    dates: (group) => `${group}:`,
    cancelled: (when) => `L’incontro di ${when} è annullato.`,
    moved: (before, now) => `L’incontro di ${before} è spostato a ${now}.`,
    takes: (when, minutes) => `L’incontro di ${when} dura ora ${minutes} minuti.`,
    when: (day, time, zone) => `${day}, ore ${time} (${zone})`,
    showsAll: 'Il tuo link mostra tutte le date.',
    fewSubject: (group) => `${group}: possono venire poche persone`,
    few: (when, expected, quorum) =>
      `L’incontro di ${when}: persone che possono venire, ${expected}; minimo concordato, ${quorum}.`,
    fewShows:
      'Il tuo link mostra chi non può venire. Questo avviso si manda una volta sola per data.',
    unconfirmedSubject: (group) => `${group}: un incontro non è ancora confermato`,
    unconfirmed: (when, until) =>
      `L’incontro di ${when} si può confermare fino a questa data: ${until}. Altrimenti non compare in nessun attestato.`,
    unconfirmedShows:
      'Il tuo link porta dove confermi chi c’era. Questo avviso si manda una volta sola per incontro.',
    renewed:
      'Il tuo link per questo gruppo è stato rinnovato da qualcuno che lo aveva, probabilmente tu. Quello vecchio non apre più nulla. Se non l’hai chiesto tu, fatti mandare di nuovo il link a questo indirizzo dalla pagina iniziale, e creane subito un altro.',
    link: 'Il tuo link per il tuo gruppo Balint',
    asked: 'Qualcuno, probabilmente tu, ha chiesto di nuovo questo link.',
    noKey:
      'Le voci di questo gruppo sono sigillate, e nessun messaggio ne contiene la chiave: apri questo link in un browser che ricorda questo gruppo, o chiedi il link intero a chi conduce.',
    yoursAlone: 'È solo per te: non darlo a nessuno.',
    takeBack:
      'Questo indirizzo lo hai dato tu al gruppo. Sulla sua pagina puoi ritirarlo in ogni momento.',
    codeSubject: 'Il codice per il tuo indirizzo',
    code: (code) => `Il codice è ${code}.`,
    codeMeans:
      'Qualcuno, probabilmente tu, ha dato questo indirizzo sulla pagina del proprio gruppo, per ricevere i messaggi del gruppo. Scrivi il codice su quella pagina; vale un giorno.',
    notYou:
      'Se la richiesta non è tua, non fare nulla: a questo indirizzo non arriverà altro che codici come questo, e l’indirizzo verrà dimenticato.',
  },
};
