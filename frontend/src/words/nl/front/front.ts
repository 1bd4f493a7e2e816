import type { front as en } from '../../en/front/front';
import { count } from '../count';

export const front: typeof en = {
  front: {
    title: 'Een stille ruimte voor Balintwerk',
    lead: 'Een van jullie brengt een casus in, schuift dan de stoel naar achteren en luistert alleen nog. De anderen zeggen hardop wat ze zich voorstellen en wat ze voelen. Daarna keert de inbrenger terug.',
    points: [
      {
        title: 'Stilte die standhoudt',
        text: 'De server zelf zet de stem uit van wie buiten de kring zit. Geen tweede venster en geen verbroken verbinding maakt dat ongedaan.',
      },
      {
        title: 'Tijd die meegeeft',
        text: 'Jullie begeleiders bepalen het tempo. De klok telt door, en kapt nooit iemand af.',
      },
      {
        title: 'Niets bewaard',
        text: 'Geen opname, geen chat, geen account. Alleen wie er was en wanneer, en geen woord van de casus.',
      },
    ],
    form: 'Een kring voor vandaag',
    group: 'Een groep die regelmatig bijeenkomt',
    groupMeans:
      'Eén link voor ieder van jullie, voor alle bijeenkomsten: data, wie niet kan komen, aanwezigheid.',
    groupOpen: 'Een groep openen',
    groupsHere: 'Je groepen',
    circleTitle: 'Hoe heet deze kring?',
    titleExample: 'Dinsdaggroep, maart',
    template: 'Bijeenkomst',
    seats: 'Plaatsen in totaal',
    facilitators: 'Begeleiders',
    observers: 'Toehoorders',
    members: (n) =>
      `Dan ${n === 1 ? 'blijft' : 'blijven'} er ${count(n, 'plaats voor een deelnemer', 'plaatsen voor deelnemers')} over.`,
    noMembers: 'Dan blijft er geen plaats voor een deelnemer over.',
    more: 'Meer over deze kring',
    sentence: 'Wat jullie over vertrouwelijkheid zeggen',
    sitBack: 'Als de inbrenger buiten de kring zit',
    sitBackChoice: {
      enforced: 'Niet te horen tot aan de terugkeer',
      soft: 'Mag om het woord vragen, en een begeleider kan het geven',
      off: 'De stoel gaat naar achteren, de eigen stem blijft',
    },
    ownPlan: 'Een eigen plan',
    create: 'De kring openen',
    creating: 'De kring wordt geopend',
    linksWait: 'Links om uit te delen',
    showLinksOf: (title) => `De links van ‘${title}’ tonen`,
  },

  plan: {
    title: 'De stappen van onze bijeenkomst',
    minutesOf: (phase) => `Minuten voor ${phase}`,
    minutes: (n) => `${n} min`,
    earlier: (phase) => `${phase} omhoog verplaatsen`,
    later: (phase) => `${phase} omlaag verplaatsen`,
    remove: (phase) => `${phase} weglaten`,
    another: 'Nog een stap',
    add: 'Toevoegen',
    total: (n) =>
      `${count(n, 'minuut', 'minuten')} in totaal. Mensen komen daarvoor aan, en kunnen daarna blijven.`,
  },
};
