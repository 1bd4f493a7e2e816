import type { front as en } from '../../en/front/front';
import { count, either } from '../count';

/** The front page: what a circle is, and opening one. */
export const front: typeof en = {
  front: {
    title: 'Una stanza tranquilla per il lavoro Balint',
    lead: 'Una persona porta un caso, poi sposta indietro la sedia e ascolta soltanto. Il gruppo dice ad alta voce che cosa immagina e che cosa prova. Poi chi presenta rientra.',
    points: [
      {
        title: 'Un silenzio che tiene',
        text: 'A chi sta in disparte è il server stesso a togliere la voce. Né una seconda finestra né una linea caduta la ridanno.',
      },
      {
        title: 'Un tempo senza fretta',
        text: 'Il passo lo dà chi conduce. L’orologio continua a contare, e non interrompe mai nessuno.',
      },
      {
        title: 'Nulla si conserva',
        text: 'Niente registrazione, niente chat, niente account. Solo chi c’era e quando, e non una parola del caso.',
      },
    ],
    form: 'Un cerchio per oggi',
    group: 'Un gruppo che si incontra regolarmente',
    groupMeans:
      'Un link per ogni persona, per tutti gli incontri: date, chi non può venire, presenze.',
    groupOpen: 'Apri un gruppo',
    groupsHere: 'I tuoi gruppi',
    circleTitle: 'Come si chiama questo cerchio?',
    titleExample: 'Gruppo del martedì, marzo',
    template: 'Incontro',
    seats: 'Posti in tutto',
    facilitators: 'Posti per condurre',
    observers: 'Posti per osservare',
    members: (n: number) =>
      `${either(n, 'Resta', 'Restano')} ${count(n, 'posto', 'posti')} per partecipare.`,
    noMembers: 'Non resta nessun posto per partecipare.',
    more: 'Altro su questo cerchio',
    sentence: 'Che cosa dite sulla riservatezza',
    sitBack: 'Quando chi presenta sta in disparte',
    sitBackChoice: {
      enforced: 'Nessuno può sentirne la voce fino al rientro',
      soft: 'Può chiedere la parola, e chi conduce può darla',
      off: 'La sedia si sposta indietro, la voce resta sua',
    },
    ownPlan: 'Un programma nostro',
    create: 'Apri il cerchio',
    creating: 'Apro il cerchio',
    linksWait: 'Link da consegnare',
    showLinksOf: (title: string) => `Mostra i link di «${title}»`,
  },

  plan: {
    title: 'Le fasi del nostro incontro',
    minutesOf: (phase: string) => `Minuti per: ${phase}`,
    minutes: (n: number) => `${n} min`,
    earlier: (phase: string) => `Sposta su: ${phase}`,
    later: (phase: string) => `Sposta giù: ${phase}`,
    remove: (phase: string) => `Togli: ${phase}`,
    another: 'Un’altra fase',
    add: 'Aggiungi',
    total: (n: number) =>
      `${count(n, 'minuto', 'minuti')} in tutto. Si arriva prima, e dopo si può restare.`,
  },
};
