import type { door as en } from '../../en/circle/door';

/** What is said at the door of a running circle, and before somebody leaves it. */
export const door: typeof en = {
  waiting: {
    title: 'Sei alla porta',
    open: 'Chi conduce può farti entrare.',
    closed: 'Il cerchio ha chiuso la porta. Solo chi conduce può farti entrare.',
    asked: 'Si chiede al cerchio se puoi osservare. Poi chi conduce può farti entrare.',
    sent: 'Chi conduce ti fa aspettare alla porta, e può farti entrare di nuovo.',
    yourself: 'In questo momento il tuo posto è occupato. Lì ti viene chiesto se sei tu.',
    nobody:
      'Non c’è nessun altro che conduce. Entro due minuti entri senza che nessuno ti apra; con il nome che avevi qui, subito.',
    quiet: 'Qui nessuno ti sente, e tu non senti nessuno.',
  },

  askedToLeave: {
    title: 'Vuoi uscire dal cerchio?',
    back: 'In questa finestra hai premuto Indietro. Intanto l’incontro continua. Se esci, il tuo posto ti aspetta, e lo stesso link ti riporta lì.',
    onward:
      'In questa finestra hai aperto un altro link. Intanto l’incontro continua. Se esci, il tuo posto ti aspetta, e il link di questo cerchio ti riporta lì.',
    yes: 'Esci dal cerchio',
    no: 'Resta',
  },
};
