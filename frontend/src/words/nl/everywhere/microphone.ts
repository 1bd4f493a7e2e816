import type { microphone as en } from '../../en/everywhere/microphone';

export const microphone: typeof en = {
  mine: {
    waiting: {
      is: 'Wachten op je microfoon',
      means: 'Vraagt je browser erom, sta het dan toe. Tot dan hoort niemand je.',
    },
    denied: {
      is: 'Je browser geeft geen toegang tot de microfoon',
      means:
        'Sta dat toe in de adresbalk, of in de instellingen van je apparaat. Luisteren kan wel.',
    },
    busy: {
      is: 'Je microfoon kan niet worden gebruikt',
      means:
        'Misschien is een ander programma ermee bezig. Sluit dat af, of kies een andere microfoon.',
    },
    none: {
      is: 'Geen microfoon gevonden',
      means: 'Sluit er een aan. Luisteren kan ook zonder.',
    },
    insecure: {
      is: 'Geen microfoon op dit adres',
      means:
        'Het begint met http: browsers geven alleen bij https toegang tot de microfoon. Luisteren kan wel.',
    },
    withheld: {
      is: 'Deze app geeft geen toegang tot de microfoon',
      means:
        'Kopieer je link uit het bericht waarin die stond, en open die in je browser. Luisteren kan wel.',
    },
    ended: {
      is: 'Je microfoon is weg',
      means: 'Niemand hoort je. Sluit de microfoon weer aan, of gebruik een andere.',
    },
    opening: { is: 'Je microfoon start', means: 'Je wordt nog niet gehoord.' },
    switched_off: {
      is: 'Je microfoon is uitgezet',
      means: 'Niet hier: op de headset, door je browser of door je systeem. Niemand hoort je.',
    },
    silent: {
      is: 'Je microfoon geeft geen geluid',
      means: 'Staat de microfoon zelf uit? Zo niet, neem dan een andere.',
    },
    impossible: {
      is: 'Deze browser kan geen geluid doorgeven',
      means:
        'Je hoort niemand, en niemand hoort je. Open je link in een andere browser. Als een instelling of extensie gesprekken hier verbiedt, sta ze dan toe en laad de pagina opnieuw.',
    },
  },
  tryAgain: 'Opnieuw proberen',
  weakLineHelp:
    'Ga dichter bij de wifirouter zitten of gebruik een kabel; stop downloads en video’s.',

  unfollowed: {
    instead:
      'De microfoon die je het laatst gebruikte, is niet gevonden. Nu is een andere gekozen.',
    kept: 'Die microfoon kan nu niet worden gebruikt. Je hebt nog de vorige.',
  },

  check: {
    start: 'Microfoon testen',
    choose: 'Microfoon',
    unnamed: (n) => `Microfoon ${n}`,
    twin: (label, n) => `${label} (${n})`,
    level: 'Hoe luid je microfoon je hoort',
    say: 'Zeg iets: de balk moet bewegen.',

    line: 'Verbinding testen',
    lineAgain: 'Verbinding opnieuw testen',
  },
};
