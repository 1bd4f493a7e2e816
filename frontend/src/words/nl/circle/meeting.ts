import type { meeting as en } from '../../en/circle/meeting';

export const meeting: typeof en = {
  guidance: {
    arrive: 'Kom rustig aan. We beginnen als iedereen er echt is.',
    welcome: 'Verwelkom wie binnenkomt. Wie ontbreekt er?',
    check_in: 'Een paar woorden over hoe je er vandaag bij zit.',
    brief_news: 'Kort nieuws over eerdere casussen, als dat er is.',
    ask_who_has_a_case: 'Vraag wie een casus heeft, en laat de stilte haar werk doen.',
    offer_if_you_have_one: 'Houdt een patiënt je bezig? Er is geen haast.',
    tell_the_case: 'Vertel zoals het in je opkomt. Niemand onderbreekt je.',
    listen: 'Luister, en merk op wat het in je losmaakt.',
    protect_the_telling: 'Bescherm het vertellen: nog geen vragen.',
    answer_facts: 'Zeg wat je weet. Eenvoudige feiten zijn genoeg.',
    ask_facts: 'Vraag alleen naar eenvoudige feiten.',
    keep_to_facts: 'Houd de vragen bij eenvoudige feiten.',
    lean_back: 'Schuif je stoel naar achteren. Vanaf nu luister je alleen nog.',
    make_room: 'De inbrenger gaat buiten de kring zitten. Laat het bezinken.',
    hear_everything: 'De casus is nu bij de groep. Je hoeft niet te antwoorden.',
    imagine: 'Wat stel je je voor, en wat voel je? Praat met elkaar.',
    hold_the_reflection: 'Blijf bij verbeelding en gevoel. Haal de patiënt erbij.',
    return_as_you_like: 'Welkom terug. Reageer, of praat gewoon weer mee.',
    receive_the_return: 'De inbrenger is terug. Ontvang wat er komt.',
    hold_the_return: 'Gun de inbrenger rust. Niets hoeft beantwoord te worden.',
    take_leave: 'Neem afscheid van de casus, en van elkaar.',
    close_without_verdict: 'Bedank de inbrenger. Geen oordeel, geen samenvatting.',
    linger: 'De bijeenkomst is voorbij. Blijf zolang je wilt, of ga in stilte.',
    linger_or_debrief: 'Blijf nog even bij de anderen. De begeleiderskamer staat voor je open.',
    observe: 'Je bent toehoorder. Niemand hoort je.',
    farewell: 'Dank je wel dat je er was.',
  },

  moment: {
    welcomeAll: 'Verwelkom iedereen. Wie ontbreekt er, en hoe zit iedereen er vandaag bij?',
    youAreChosen: 'Straks vertel jij je casus. Neem de tijd.',
    chosen: (name) => `${name} brengt de casus in.`,
    chosenToBegin: (name) => `${name} brengt de casus in. Ga verder als iedereen zover is.`,
    presenterAway: (name) => `${name} is nu niet verbonden.`,
    mayStillSpeak: 'Je zit buiten de kring, en mag nog spreken.',
    roomCloses: 'De bijeenkomst is voorbij. Blijf nog even, of ga in stilte.',
  },

  debrief: {
    title: 'Begeleiderskamer',
    guidance: 'Hier horen alleen begeleiders elkaar.',
  },

  everybody: {
    shared: 'Laten we stilstaan bij hoe dit is.',
    unled: 'Er is geen begeleider verbonden.',
    unledHeld:
      'Er is geen begeleider verbonden. De klok is gepauzeerd, en loopt verder zodra een van hen terug is.',
    unledPaused: 'Er is geen begeleider verbonden. De klok is gepauzeerd, en wacht op een van hen.',
    asksToObserve: (name) => `${name} vraagt om toehoorder te zijn.`,
    agree: 'Ik stem in',
    agreeTo: (name) => `Ik stem in met ${name} als toehoorder`,
    agreed: 'Je hebt ingestemd.',
    closesAt: (time) => `De kamer sluit om ${time}.`,
  },
};
