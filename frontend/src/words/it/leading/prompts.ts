import type { prompts as en } from '../../en/leading/prompts';

/** What passes between facilitators, and sentences that lie ready for them. */
export const prompts: typeof en = {
  signal: {
    move_on: 'Andiamo avanti?',
    more_time: 'Ancora un po’ di tempo',
    your_turn: 'Tocca a te',
    bring_the_patient_in: 'Porta qui la persona in cura',
    advice_creeping_in: 'Affiorano consigli',
    look_after_the_presenter: 'Abbi cura di chi presenta',
    someone_quiet: 'Qualcuno tace',
    hold_the_silence: 'Teniamo il silenzio',
    five_minutes: 'Cinque minuti',
    hand_me_the_clock: 'Affidami l’orologio',
    yes: 'Sì',
    no: 'No',
  },

  cue: {
    two_minutes: 'Gli ultimi due minuti.',
    zero: 'Il tempo di questa fase è passato. L’orologio continua a contare.',
    over: (minutes) => `${minutes} minuti oltre il tempo di questa fase.`,
  },

  card: {
    advice: {
      title: 'Affiorano consigli',
      say: 'Stiamo cominciando ad aiutare. Possiamo restare ancora un po’ con quello che si prova a essere lì?',
    },
    fixing: {
      title: 'Si sta risolvendo il caso',
      say: 'Mettiamo che in questo momento non si possa fare nulla. Che cosa proviamo allora?',
    },
    judging: {
      title: 'Si sta giudicando qualcuno',
      say: 'C’è un giudizio nell’aria. Chi, in questa storia, potrebbe temerlo?',
    },
    teaching: {
      title: 'Diventa una lezione',
      say: 'Adesso sappiamo di più sulla malattia. E la persona che ci convive?',
    },
    interrogating: {
      title: 'Le domande incalzano',
      say: 'Forse sappiamo abbastanza per cominciare. Quello che non sappiamo, possiamo immaginarlo.',
    },
    speaking_to_the_presenter: {
      title: 'Ci si rivolge a chi presenta',
      say: 'Parliamo tra noi. Chi sta in disparte può limitarsi ad ascoltare.',
    },
    only_the_doctor: {
      title: 'Si parla solo di chi cura',
      say: 'Da un po’ siamo con chi cura. Se qui sedesse la persona in cura, che cosa direbbe?',
    },
    silence: {
      title: 'Il cerchio tace',
      say: 'Abbiamo tempo. Per ora non c’è bisogno di dire nulla.',
    },
    one_voice: {
      title: 'Una voce riempie la stanza',
      say: 'Grazie. Mi chiedo se qualcuno veda un’immagine del tutto diversa.',
    },
    someone_unheard: {
      title: 'Una voce non si è sentita',
      say: 'Forse c’è un pensiero che non ha ancora trovato il suo momento. C’è posto, e nessun obbligo.',
    },
    returning: {
      title: 'Chi presenta rientra',
      say: 'È bello riaverti qui. Nulla chiede una risposta. Di’ quello che vuoi, o resta semplicemente con noi.',
    },
    closing: {
      title: 'Il congedo',
      say: 'Non serve aver capito. Grazie di aver portato il caso, e di averlo tenuto aperto con noi.',
    },
  },
};
