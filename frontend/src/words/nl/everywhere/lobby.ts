import type { lobby as en } from '../../en/everywhere/lobby';

export const lobby: typeof en = {
  lobby: {
    title: 'Neem plaats',
    titleBack: 'Je plaats is bewaard',
    intro:
      'Deze link is alleen van jou: hij brengt je naar één plaats in de kring, en altijd naar dezelfde.',
    introBack:
      'Je was hier net nog en komt terug als dezelfde persoon. Je microfoon is alleen open als je hem open liet.',
    name: 'Je naam, zoals de anderen die kennen',
    nameMissing: 'Vertel de kring hoe je heet.',
    openMicrophone: 'Binnenkomen met mijn microfoon open',
    join: 'Naar de kring',
    joinBack: 'Terug naar de kring',
    joining: 'Je plaats wordt gezocht',
    unreached: 'De kring is nog niet bereikbaar',
    again: 'De pagina blijft het proberen.',
    looking: 'Je kring wordt gezocht',
    waitsForFrame: 'Je kunt binnenkomen zodra deze pagina de afspraken van de kring heeft gelezen.',
    agreeing: 'Door binnen te komen ga je hiermee akkoord.',
  },

  seal: {
    is: 'Verzegeld: de server kan niet meeluisteren',
    sent: 'Verzegeld, maar de server heeft de sleutel gehad',
    not: 'Niet verzegeld: de server zou kunnen meeluisteren.',
    refused: 'Je kunt nog niet binnenkomen',
  },

  frame: {
    title: 'Wat we afspreken',
    invitedAs: {
      facilitator: 'Je bent uitgenodigd als begeleider.',
      presenter: 'Je bent uitgenodigd als deelnemer.',
      member: 'Je bent uitgenodigd als deelnemer.',
      observer: 'Je bent uitgenodigd als toehoorder: je hoort alles, en niemand hoort jou.',
    },
    about:
      'In een Balintkring vertelt een van ons over een patiënt, gaat dan buiten de kring zitten en luistert. De anderen zeggen hardop wat ze zich voorstellen en wat ze voelen. Niemand geeft advies, les of een oordeel, en er hoeft niets te worden opgelost.',
    confidence: 'Wat in de kring gezegd wordt, blijft in de kring.',
    unread:
      'Wat deze kring afspreekt, is nu niet te lezen. Deze pagina blijft het vanzelf proberen.',
    nothingKept: 'Er wordt nooit iets opgenomen.',
    alone: 'Ga alleen zitten, in een kamer waar niemand kan meeluisteren.',
    headphones: 'Gebruik een koptelefoon, als het kan.',
    sitBack: {
      enforced: null,
      soft: 'Wie buiten de kring zit, wordt niet gehoord, en kan de begeleiders om het woord vragen.',
      off: 'Wie buiten de kring gaat zitten, schuift de stoel naar achteren en houdt de eigen stem.',
    },
    fishbowl:
      'Zolang een casus loopt, spreekt een binnenkring; een buitenkring luistert alleen maar.',
    observersAsked: 'Iedereen in de kring wordt om toestemming gevraagd voordat je binnenkomt.',
    chosen: {
      offers_seen_by_all: 'Iedereen ziet wie een casus heeft',
      digits_for_all: 'Iedereen ziet de minuten',
      knocking: 'Deelnemers kloppen aan, en worden binnengelaten',
    },
    knocks: 'Je wacht aan de deur tot een begeleider je binnenlaat.',
  },
};
