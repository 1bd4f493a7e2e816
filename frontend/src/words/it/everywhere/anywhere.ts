import type { anywhere as en } from '../../en/everywhere/anywhere';

/** What is said in every part of the page. */
export const anywhere: typeof en = {
  close: 'Chiudi',

  language: {
    choose: 'Lingua',
    notKept:
      'Questo browser non conserva nulla per questa pagina: vale quindi la lingua del browser.',
  },

  copying: {
    copied: 'Copiato',
    failedTitle: 'Copia tu il testo',
    failed:
      'Questo browser non permette alla pagina di copiare. Il testo è selezionato: copialo con la tastiera, oppure toccalo e tieni premuto.',
  },

  part: {
    failed: 'Questa parte della pagina si è guastata. L’audio continua.',
    again: 'Mostrala di nuovo',
    loading: 'Questa parte della pagina si sta caricando.',
    unloaded: 'Una parte di questa pagina non si è caricata.',
    doWithout: 'Questa parte non si è caricata. Puoi entrare anche senza.',
    reload: 'Ricarica la pagina',
  },
};
