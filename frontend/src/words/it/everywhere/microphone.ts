import type { microphone as en } from '../../en/everywhere/microphone';

/** A microphone that is tried, and what can be amiss with it. */
export const microphone: typeof en = {
  mine: {
    waiting: {
      is: 'In attesa del tuo microfono',
      means: 'Se il browser lo chiede, consentilo. Fino ad allora nessuno ti sente.',
    },
    denied: {
      is: 'Il browser non dà accesso al microfono',
      means:
        'Consentilo nella barra degli indirizzi o nelle impostazioni. Puoi comunque ascoltare.',
    },
    busy: {
      is: 'Il tuo microfono non si può usare',
      means: 'Forse lo usa un altro programma. Chiudi quello, o scegli un altro microfono.',
    },
    none: {
      is: 'Non c’è nessun microfono',
      means: 'Collegane uno. Puoi ascoltare anche senza.',
    },
    insecure: {
      is: 'Niente microfono a questo indirizzo',
      means:
        'Comincia con http: i browser danno accesso al microfono solo con https. Puoi comunque ascoltare.',
    },
    withheld: {
      is: 'Questa app non dà accesso al microfono',
      means:
        'Copia il tuo link dal messaggio in cui è arrivato, e aprilo nel browser. Puoi comunque ascoltare.',
    },
    ended: {
      is: 'Il tuo microfono non c’è più',
      means: 'Nessuno ti sente. Ricollegalo, o usane un altro.',
    },
    opening: { is: 'Il tuo microfono si avvia', means: 'Per ora nessuno ti sente.' },
    switched_off: {
      is: 'Il tuo microfono è spento',
      means: 'Non da qui: sulle cuffie, dal browser o dal sistema. Nessuno ti sente.',
    },
    silent: {
      is: 'Il tuo microfono non dà suono',
      means: 'Il microfono stesso è spento? Se no, scegline un altro.',
    },
    impossible: {
      is: 'Questo browser non trasmette audio',
      means:
        'Non senti nessuno, e nessuno ti sente. Apri il tuo link in un altro browser. Se qui un’impostazione o un’estensione vieta le chiamate, consentile e ricarica la pagina.',
    },
  },
  tryAgain: 'Riprova',
  weakLineHelp: 'Avvicinati al Wi-Fi o usa un cavo; ferma download e video.',

  unfollowed: {
    instead:
      'L’ultimo microfono che hai usato non è stato trovato. Al suo posto ne è selezionato un altro.',
    kept: 'Quel microfono ora non si può usare. Hai ancora quello di prima.',
  },

  check: {
    start: 'Prova il microfono',
    choose: 'Microfono',
    unnamed: (n: number) => `Microfono ${n}`,
    twin: (label: string, n: number) => `${label} (${n})`,
    level: 'Quanto forte ti sente il microfono',
    say: 'Di’ qualcosa: la barra dovrebbe muoversi.',

    line: 'Prova la linea',
    lineAgain: 'Prova di nuovo la linea',
  },
};
