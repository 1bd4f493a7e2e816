import type { now as en } from '../../en/leading/now';

export const now: typeof en = {
  now: {
    title: 'Vraagt om antwoord',
    needsPause: (name) => `${name} heeft een pauze nodig.`,
    stopClock: 'Klok pauzeren',
    bringBack: (name) => `${name} terughalen`,
    endCaseTitle: 'De casus hier zorgvuldig beëindigen?',
    endCaseText: 'De kring gaat meteen naar wat erna komt. Niemand hoeft te zeggen waarom.',
    seen: (name) => `Aan ${name}: we zien het`,
    asksForWord: (name) => `${name} vraagt om het woord.`,
    letSpeak: (name) => `${name} laten spreken`,
    notNow: 'Nu niet',
    lost: (name) => `De verbinding van ${name} is al twee minuten weg.`,
    noSound: (name) => `${name} heeft geen geluid, hoort niemand en wordt door niemand gehoord.`,
    weakLine: (name) =>
      `De verbinding van ${name} is zwak: woorden kunnen wegvallen of te laat komen.`,
    goOnWithout: (name) => `Doorgaan zonder ${name}`,
    knocks: (name) => `${name} staat aan de deur.`,
    knocksToObserve: (name) => `${name} staat aan de deur, als toehoorder.`,
    knocksAgain: (name) => `${name} is nog eens met dezelfde link gekomen.`,
    knocksWithLinkOf: (name, owner) =>
      `${name} is met de link van ${owner} gekomen, onder een andere naam.`,
    occupied: (owner) => `${owner} is hier. Wie wordt binnengelaten, neemt die plaats over.`,
    turnAway: (name) => `Nee, ${name} niet binnenlaten`,
    no: 'Nee',
    linkDoubted: (name) => `${name} zegt: iemand anders heeft mijn link geopend.`,
    linkDoubtedMeans: 'Die persoon is niet binnengelaten.',
    linkEnds: 'Zodra je de uitnodiging beëindigt, brengt de link niemand meer in deze kring.',
    linkRenewed:
      'Op de pagina van de groep kun je een nieuwe link geven, of de uitnodiging van een gast intrekken: dan opent deze link niets meer.',
    linkStays:
      'De uitnodiging van een begeleider kun je niet beëindigen. Open voor de zekerheid een andere kring.',
    letIn: (name) => `${name} binnenlaten`,
    allAgreed: 'Iedereen heeft ingestemd.',
    notAllAgreed: 'Nog niet iedereen heeft ingestemd.',
  },
};
