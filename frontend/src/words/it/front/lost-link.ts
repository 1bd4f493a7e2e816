import type { lostLink as en } from '../../en/front/lost-link';

/** For somebody who has a link and no seat. */
export const lostLink: typeof en = {
  lostLink: {
    title: 'Hai un link per un cerchio?',
    cut: 'Questo indirizzo non porta a nessun cerchio: la fine del link è andata persa per strada.',
    bookmark:
      'Questo indirizzo da solo non porta a nessun posto. La chiave è nel link del tuo invito, e questa pagina non la mostra a nessuno. Apri di nuovo quel link.',
    explain: 'Incolla qui il link intero, o il messaggio in cui è arrivato.',
    field: 'Il tuo link',
    go: 'Vai al mio posto',
    looksLike: (site: string) => `Un link intero è fatto così: ${site}/#WyJxT3Z2bDlJ….Kd8sVtqN4u`,
    none: 'Qui non c’è un link intero. Forse è stato tagliato: chiedi a chi conduce di mandartelo di nuovo.',
    byMail: 'Oppure fatti mandare il link del tuo gruppo all’indirizzo che hai dato al gruppo.',
    send: 'Mandami il mio link',
  },
};
