import type { circle as en } from '../../en/circle/circle';
import { count } from '../count';

export const circle: typeof en = {
  role: {
    facilitator: 'begeleider',
    presenter: 'inbrenger',
    member: 'deelnemer',
    observer: 'toehoorder',
  },

  presence: {
    vacant: 'is er nog niet',
    knocking: 'staat aan de deur',
    here: '',
    coming_back: 'komt terug',
    left: 'is weggegaan',
    uninvited: 'niet meer uitgenodigd',
  },

  leadingUnloaded:
    'De functies voor begeleiders konden niet worden geladen. Het geluid en de volgende stap werken ook zonder.',

  connection: {
    sign: {
      connected: 'Allen verbonden',
      reconnecting: 'Verbindt opnieuw',
      joining: 'Geluid wordt verbonden',
      back: 'Komt terug',
      blocked: 'Geen geluid',
      impossible: 'Geen geluid',
      moving: 'Verhuist',
    },
    some: 'Verbonden',
  },

  notice: {
    ended: 'De bijeenkomst is voorbij.',
    not_here: 'Je bent nu niet bij de kring.',
    not_yours: 'Dat hoort bij een andere rol.',
    not_now: 'Dat kan nu niet.',
    stale: 'Iemand was sneller. Zo is het nu.',
    no_such_step: 'Die stap staat niet in het plan.',
    no_presenter: 'Voor een casus is eerst een inbrenger nodig.',
    out_of_bounds: 'Zoveel of zo weinig minuten kan een stap niet hebben.',
    already: 'Dat is al zo.',
    no_such_person: 'Die persoon is er nu niet.',
    no_consent: 'Die persoon heeft geen casus aangeboden. Vraag het eerst.',
    not_agreed: 'Nog niet iedereen heeft ingestemd.',
    case_has_begun: 'De casus is begonnen.',
    is_presenter: 'De lopende casus is van die persoon. Beëindig de casus eerst.',
    sitting_back:
      'Zolang je buiten de kring zit, hoort niemand je. Je kunt weer spreken als je terugkeert.',
    silenced:
      'Een begeleider heeft je stem uitgezet. Je kunt weer spreken als de begeleiding dat toelaat.',
    uninvited: 'De uitnodiging van die persoon is beëindigd.',
    not_kept:
      'Dat kon nu niet worden opgeslagen en is dus niet gedaan. De kring is zoals die was. Probeer het zo nog eens.',
    line_lost:
      'Je verbinding is nog niet terug, daarom is dat niet gedaan. Probeer het zo nog eens.',
    sealed_anew:
      'Je stem kon net niet worden verzegeld en wordt dus niet meer verstuurd. De pagina begint opnieuw: wacht tot er staat dat je gehoord wordt.',
    unanswered:
      'Je verbinding viel weg voordat er antwoord kwam. Kijk, zodra die terug is, of het gedaan is.',
  },
  waitsForAnswer: 'Wachten op antwoord van de server.',

  circle: {
    here: 'De kring',
    ring: 'Mensen in de kring',
    observers: 'Toehoorders',
    you: 'jij',
    offer: {
      none: '',
      standing: 'heeft een casus',
      next_time: 'een casus voor later',
    },
    wishes: 'wil graag iets zeggen',
    inDebrief: 'in de begeleiderskamer',
    lingering: 'in de kamer van de kring',
    asked: 'is gevraagd een casus in te brengen',
    formerly: (name) => `voorheen: ${name}`,
    noSound: 'geen geluid',
    satBack: 'zit buiten de kring',
    leave: 'Weggaan',
    plan: 'De stappen van de bijeenkomst',
    stepOf: (n, all) => `Stap ${n} van ${all}`,
    minutesShort: (n) => `${n} min`,
    empty: (n) => count(n, 'stoel is leeg.', 'stoelen zijn leeg.'),
    onlyListening: 'Alleen luisteren',
    showTime: 'Tijd tonen',
    hideTime: 'Tijd verbergen',
    notHeardYet: 'nog niet gehoord',
    timeIsUp: 'De tijd van deze stap is om. Er is geen haast.',
    over: 'langer',
    paused: 'klok gepauzeerd',
    timeLeft: 'Resterende tijd van deze stap',
    yourPart: 'Jouw taak',
    sound: 'Geluid',
    soundTitle: 'Geluid en microfoon',
  },

  cases: {
    offer: 'Ik heb een casus',
    withdraw: 'Mijn aanbod intrekken',
    offered: 'Alleen de begeleiders zien dat je een casus hebt.',
    offeredToAll: 'De kring weet dat je een casus hebt.',
    nextTime: 'Een andere casus is gekozen. Die van jou kan nog gekozen worden.',
    named: 'Je bent de inbrenger van de komende casus.',
    asked: 'De begeleiders vragen of je een casus wilt inbrengen.',
    accept: 'Ja, ik breng een casus in',
    decline: 'Deze keer niet',
  },

  otherDevice: {
    title: 'Je link is nog een keer geopend',
    opened: (name) => `${name} heeft jouw link op een ander apparaat geopend.`,
    isItYou: 'Ben jij dat? Antwoord je niet, dan wordt het aan de begeleiders gevraagd.',
    askedAlone:
      'Ben jij dat? Antwoord je niet binnen 15 seconden, dan gaat je plaats naar dat apparaat.',
    yes: 'Ja, ik ga daar verder',
    no: 'Nee, dat ben ik niet',
  },

  news: {
    make: 'Ik heb nieuws',
    takeBack: 'Toch geen nieuws',
    sign: 'heeft nieuws',
  },

  wish: {
    make: 'Ik wil iets zeggen',
    takeBack: 'Mijn wens intrekken',
  },

  presenter: {
    needPause: 'Ik heb een pauze nodig',
    pauseNeeded: 'De begeleiders krijgen te horen dat je een pauze nodig hebt.',
    pauseWaits: 'De eerste begeleider die terug is, krijgt te horen dat je een pauze nodig hebt.',
    pauseSeen: 'Een begeleider heeft gezien dat je een pauze nodig hebt.',
    askToSpeak: 'Mag ik iets zeggen?',
    wordAsked: 'Je hebt de begeleiders om het woord gevraagd.',
    wordDeclined: 'Een begeleider heeft gezien dat je om het woord vraagt: nu niet.',
  },
};
