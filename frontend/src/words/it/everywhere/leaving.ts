import type { leaving as en } from '../../en/everywhere/leaving';

/** What is said where the line to the circle ends. */
export const leaving: typeof en = {
  closed: {
    BAD_MESSAGE: {
      title: 'Questa pagina e il server non si sono capiti',
      text: 'Il tuo posto ti aspetta. Di solito basta ricaricare la pagina.',
    },
    TOO_SLOW: { title: 'La linea era troppo lenta', text: 'Il tuo posto ti aspetta.' },
    TOO_MANY: {
      title: 'Era troppo in una volta',
      text: 'Il server ha chiuso la linea per proteggere il cerchio. Il tuo posto ti aspetta.',
    },
    NOT_INVITED: {
      title: 'Questo invito non apre nessun cerchio qui',
      text: 'Forse una parte del link è andata persa. Chiedilo di nuovo a chi conduce.',
    },
    NO_CIRCLE: {
      title: 'Questo cerchio non c’è più',
      text: 'L’incontro è finito, spostato o annullato, o il cerchio è stato aperto di nuovo o mai usato. Guarda nel tuo gruppo, o chiedi a chi conduce.',
    },
    NAME_NEEDED: {
      title: 'Al cerchio serve il tuo nome',
      text: 'Quello con cui il gruppo ti conosce, fino a 40 caratteri.',
    },
    REPLACED: {
      title: 'Il tuo posto è aperto in un’altra finestra',
      text: 'A un posto siede una sola persona, da un solo luogo: perciò questa finestra ora tace. Se non l’hai fatto tu, avvisa chi conduce.',
    },
    ENDED: {
      title: 'L’incontro è finito',
      text: 'Grazie della tua presenza. Quello che è stato detto resta nel cerchio; nulla ne è stato conservato.',
    },
    GOODBYE: {
      title: 'Hai lasciato il cerchio',
      text: 'Il tuo posto ti aspetta. Finché dura l’incontro, lo stesso link ti riporta lì.',
    },
    CIRCLE_FAILED: {
      title: 'Il cerchio si è fermato un momento',
      text: 'Il tuo posto ti aspetta.',
    },
    MOVED: {
      title: 'Il cerchio passa a un altro server',
      text: 'Un momento. Il tuo posto ti aspetta; intanto nessuno ti sente.',
    },
    UNINVITED: {
      title: 'Il tuo invito è stato ritirato',
      text: 'Questo link non porta più nel cerchio. Se ne hai ricevuto uno nuovo, aprilo: porta al tuo posto. Se non te lo aspettavi, parlane con chi conduce.',
    },
    NOT_ADMITTED: {
      title: 'L’ingresso non è stato concesso',
      text: 'Ha detto di no la persona a cui appartiene questo posto, oppure chi conduce. Se non te lo aspettavi, parlane con chi conduce.',
    },
    BUSY: {
      title: 'Non in questo momento',
      text: 'Qualcuno aspetta alla porta con il tuo link, o il link è stato aperto troppo spesso.',
    },
    FULL: { title: 'Ora il server è al completo', text: 'Il tuo posto ti aspetta.' },
  },

  otherWindow: {
    which:
      'A un posto siede una sola persona, da un solo luogo. In quale finestra vuoi continuare? L’altra tacerà.',
    here: 'Continua in questa finestra',
    there: 'Resta nell’altra finestra',
    stays: 'Continua nell’altra finestra. Questa puoi chiuderla.',
  },

  comeBack: 'Torna nel cerchio',
  takeSeatHere: 'Prendi posto qui',
  toFront: 'Alla pagina iniziale',
  toGroup: 'Al mio gruppo',
  toConfirm: 'Nella pagina del tuo gruppo confermi chi c’era, entro 14 giorni.',
};
