import type { group as en } from '../../en/group/group';
import { count } from '../count';

export const group: typeof en = {
  looking: 'Je groep wordt gezocht',
  kept: 'Opgeslagen.',
  asking: 'Wachten op de server',
  unreachable:
    'De server gaf geen antwoord. Of dit opgeslagen is, zie je op deze pagina zodra hij weer antwoordt.',
  unread:
    'De server antwoordt nu niet. Wat je ziet, is zoals het was; deze pagina blijft het proberen.',
  notRead: 'Je groep is nu niet te lezen',
  goesOn: 'Er is niets verloren. Deze pagina blijft het proberen.',
  again: 'Nu proberen',
  you: (name, role) => `Je bent hier als ${name}, ${role}.`,
  role: {
    facilitator: 'begeleider',
    presenter: 'deelnemer',
    member: 'deelnemer',
    observer: 'toehoorder',
  },

  closed: {
    not_invited: {
      title: 'Deze link opent geen groep',
      text: 'Misschien is de link vernieuwd of ingetrokken, is de bijeenkomst waar hij bij hoort afgezegd of voorbij, of is een deel van de link onderweg verloren gegaan. Het openen heeft niets veranderd. Vraag een begeleider van de groep om jouw link.',
    },
    erased: {
      title: 'Deze groep is er niet meer',
      text: 'De groep is gewist, met alles wat ervan bewaard was. Wat je hebt gedownload, blijft bij jou. Als je dit niet had verwacht, vraag het dan aan een begeleider van de groep.',
    },
    left: {
      title: 'Je hebt de groep verlaten',
      text: 'Je naam is weggehaald, en je link opent de groep niet meer. Je minuten blijven in de gegevens staan, zonder naam.',
    },
  },

  unkept: {
    title: 'Deze pagina verlaten?',
    text: 'Iets wat je hier hebt getypt, is nog niet opgeslagen. Ga je weg, dan gaat het verloren.',
    yes: 'De pagina verlaten',
    no: 'Hier blijven',
  },

  meeting: {
    next: 'De volgende bijeenkomst',
    today: 'Je kunt nu binnenkomen',
    none: 'Er is geen datum gepland.',
    others: 'Andere data',
    on: (day, hours) => `${day}, ${hours}`,
    there: (place, day, hours) => `In ${place}: ${day}, ${hours}`,
    odd: {
      skipped:
        'De klok gaat vooruit en slaat deze tijd over, dus de bijeenkomst begint zoveel later.',
      twice: 'De klok gaat terug, dus deze tijd komt twee keer voor: bedoeld is de eerste keer.',
    },
    moved: 'Deze datum is gewijzigd.',
    cancelled: 'Deze datum vervalt.',
    enter: 'Naar de bijeenkomst',
    opens: 'Vanaf 30 minuten voor het begin kun je binnenkomen.',
    acceptFirst: 'Je kunt binnenkomen zodra je akkoord bent gegaan met wat de groep afspreekt.',
    absent: 'Ik kan niet komen',
    absentOn: (day) => `Ik kan niet komen op ${day}`,
    comes: 'Ik kan toch komen',
    comesOn: (day) => `Ik kan toch komen, op ${day}`,
    saidAbsent: 'Je hebt gezegd dat je niet kunt komen.',
    sayAgain:
      'De datum is verzet nadat je had gezegd dat je niet kunt komen. Kun je ook op de nieuwe tijd niet, zeg het dan nog eens.',
    noReason:
      'Er wordt niet naar een reden gevraagd. De begeleiders zien het, en je kunt het terugnemen.',
  },

  guests: {
    member: (name) => `${name} wil graag als gast komen.`,
    observer: (name) => `${name} wil graag toehoorder zijn: luisteren, zonder mee te praten.`,
    all: 'Een gast komt alleen binnen als iedereen die komt, instemt.',
    first:
      'Je had gezegd dat je niet kunt komen, dus de anderen hebben zonder jou ingestemd. Je kunt naar binnen zodra jij ook instemt.',
    agree: (name) => `Ik stem in met ${name}`,
    agreed: (name) => `Je stemt in met ${name}.`,
    takeBack: 'Terugnemen',
  },

  terms: {
    isNew:
      'Lees dit, en ga akkoord als je ermee instemt. Daarna kun je bij de bijeenkomsten van de groep binnenkomen.',
    accept: 'Ik ga akkoord',
    quorum: (n) => `We komen bijeen als ${n} of meer van ons kunnen komen.`,
    closed: 'We zijn altijd dezelfde mensen.',
    open: 'Er mogen nieuwe mensen bij komen.',
    kept: (n) =>
      `Wie er was, en hoelang, wordt ${count(n, 'maand', 'maanden')} bewaard, voor bewijzen van deelname. Dat iemand niet kon komen, wordt tot 30 dagen na de bijeenkomst bewaard.`,
    fairTurn:
      'Als iedereen ermee instemt, wordt genoteerd op welke datum ieder van ons het laatst inbracht.',
    endCard:
      'Na een bijeenkomst kan ieder van ons, zonder de eigen naam te geven, zeggen hoe het was.',
    quarterly:
      'Eén keer per kwartaal kan ieder van ons, zonder de eigen naam te geven, zeggen hoe het op het werk gaat.',
  },

  calendar: {
    title: 'In mijn agenda',
    download: 'De data downloaden',
    follows: 'Een adres dat mijn agenda volgt',
    means:
      'Je agenda leest daar de data, en ziet het als er een wordt verzet of vervalt. Dit adres opent geen bijeenkomst. Houd het voor jezelf.',
    make: 'Adres maken',
    show: 'Adres tonen',
    renew: 'Nieuw adres maken',
    renewMeans: 'Het oude adres werkt dan niet meer.',
    copy: 'Adres kopiëren',
  },

  attendance: {
    title: 'Mijn aanwezigheid',
    none: 'Er is nog geen bijeenkomst geweest.',
    minutes: (n) => count(n, 'minuut', 'minuten'),
    notThere: 'niet aanwezig',
    confirmed: 'bevestigd',
    unconfirmed: 'nog niet bevestigd',
    lapsed: 'niet op tijd bevestigd',
    corrected: 'gecorrigeerd',
    inPerson: 'op locatie',
    certificate: 'Bewijs van deelname',
    onlyConfirmed: 'Hierop staan de bijeenkomsten die een begeleider heeft bevestigd.',
    from: 'Van',
    until: 'Tot en met',
    number: 'Je BIG-nummer of een ander nummer, als erom gevraagd wordt',
    numberMeans: 'Het staat op het bewijs, en wordt nergens bewaard.',
    download: 'Bewijs downloaden',
    print: 'Hier afdrukken',
    takeFirst: 'Bewijzen en logboeken moeten vooraf worden gedownload. Daarna kan dat niet meer.',
    noSpan: 'De eerste dag komt na de laatste. Kies ze opnieuw.',
  },

  cards: {
    meeting: 'Hoe was deze bijeenkomst voor jou?',
    choices: [
      'Ik neem veel mee',
      'Ik neem iets mee',
      'Ik neem weinig mee',
      'Het was moeilijk voor me',
    ],
    counts: 'Hoe de bijeenkomst was',
    anonymous: (quarterly) =>
      `Niemand in de groep ziet wie wat heeft geantwoord. De aantallen worden één keer getoond, na ${quarterly ? 'het kwartaal' : 'twee dagen'}, en alleen als vijf of meer mensen hebben geantwoord. Tot dan bewaart de server de aantallen, en wie heeft geantwoord: wie hem beheert, kan daaruit misschien afleiden wie wat heeft geantwoord.`,
    /** The single item of the Physician Work Life Study; no published Dutch wording was found. */
    quarter:
      'Hoe zou je, alles bij elkaar en volgens je eigen definitie van burn-out, je mate van burn-out beoordelen?',
    quarterly: [
      'Ik heb plezier in mijn werk. Ik heb geen symptomen van burn-out.',
      'Af en toe heb ik stress, en ik heb niet altijd zoveel energie als vroeger, maar ik voel me niet opgebrand.',
      'Ik ben beslist aan het opbranden en heb een of meer symptomen van burn-out, zoals lichamelijke en emotionele uitputting.',
      'De symptomen van burn-out die ik ervaar, gaan niet weg. Ik denk veel aan frustratie op mijn werk.',
      'Ik voel me volledig opgebrand en vraag me vaak af of ik door kan gaan. Ik ben op het punt dat ik misschien iets moet veranderen of misschien een vorm van hulp moet zoeken.',
    ],
    quarterTitle: 'Hoe het op het werk gaat',
    quarterOf: (quarter) => `Het kwartaal ${quarter}`,
    answer: 'Dit antwoord geven',
    answered: 'Je hebt geantwoord. Dank je.',
    times: (choice, n) => `${choice}: ${n}`,
  },

  turns: {
    title: 'Wanneer ik het laatst inbracht',
    share: 'De datum noteren als ik inbreng',
    means:
      'Het begint zodra iedereen in de groep ermee instemt. Jij ziet je datum, en de begeleiders zien die; was er die dag maar één casus, dan verraadt de datum dat die van jou was. Neem je het terug, dan verdwijnt die.',
    last: (day) => `Je bracht het laatst in op ${day}.`,
    never: 'Je hebt niet genoteerd dat je hebt ingebracht.',
    waits:
      'Niet iedereen stemt ermee in, dus er wordt niets genoteerd, en data die al genoteerd zijn, worden niet getoond.',
    presented: 'Ik heb in deze bijeenkomst een casus ingebracht',
  },

  cases: {
    title: 'Eerdere casussen',
    means:
      'Van elke casus worden hier het nummer en de datum bewaard, nooit wat er verteld is. Vink aan welke je hebt ingebracht: alleen deze browser bewaart dat.',
    of: (number, day) => `Casus ${number}, ${day}`,
    older: 'Oudere casussen',
  },

  mail: {
    title: 'Mijn mail',
    means:
      'Je krijgt bericht als een datum van de groep wordt verzet of niet doorgaat, en een verloren link kan je opnieuw worden gestuurd. Niemand in de groep ziet je adres.',
    address: 'Je mailadres',
    given: (address: string) => `De mail gaat naar ${address}.`,
    note: 'Stuur mij een code',
    codeSent: (address: string) =>
      `Er is een code onderweg naar ${address}. Typ die hier binnen een dag: tot dan wordt er niets anders heen gestuurd. Komt de code niet, kijk dan bij de ongewenste mail.`,
    code: 'De code',
    prove: 'Dit adres is van mij',
    wrongCode: 'Dit is niet de code. Er zijn in totaal vijf pogingen.',
    codeOver:
      'De code was vijf keer verkeerd en geldt niet meer. Je kunt nu een ander adres geven, of over 24 uur dit adres opnieuw.',
    erase: 'Mij niet meer mailen',
  },

  myself: {
    title: 'Deze browser en ik',
    link: 'Mijn eigen link',
    linkMeans:
      'Die is alleen van jou, voor alle bijeenkomsten: wie hem heeft, komt binnen als jij. Open hem op je andere apparaten, en stuur hem naar niemand anders.',
    copyLink: 'Mijn link kopiëren',
    linkAsQr: 'QR-code van mijn link',
    remember: 'Deze groep in deze browser onthouden',
    rememberMeans:
      'De startpagina brengt je er dan heen, zonder je link. Niet op een gedeeld apparaat.',
    rememberKey: 'De sleutel van jullie verzegelde bijeenkomsten wordt erbij bewaard.',
    safari: 'Safari vergeet dat na een week zonder bezoek: bewaar ook je link.',
    forget: 'Deze groep in deze browser vergeten',
    notRemembered:
      'Deze browser bewaart niets voor deze pagina. Bewaar je link waar je hem terugvindt.',
    export: 'Downloaden wat van mij bewaard is',
    leave: 'Mijn naam uit de groep halen',
    leaveTitle: 'De groep verlaten?',
    leaveText:
      'Je naam wordt weggehaald, en je link werkt niet meer. Je minuten blijven in de gegevens staan, zonder naam. Een begeleider kan je opnieuw uitnodigen.',
    leaveYes: 'De groep verlaten',
    leaveNo: 'Blijven',
  },

  people: {
    title: 'Wie we zijn',
  },

  guest: {
    title: (group) => `Een bijeenkomst van ‘${group}’`,
    invited: {
      facilitator: 'Je bent uitgenodigd.',
      presenter: 'Je bent uitgenodigd.',
      member: 'Je bent uitgenodigd als gast, voor deze ene bijeenkomst.',
      observer:
        'Je bent uitgenodigd als toehoorder bij deze ene bijeenkomst: je hoort, en niemand hoort jou.',
    },
    agreed: 'Je kunt binnenkomen als iedereen die komt, heeft ingestemd.',
    waits: 'De bijeenkomst daarvoor is nog niet voorbij. Daarna kun je binnenkomen.',
    over: 'De tijd om bij deze bijeenkomst binnen te komen is voorbij. Als je weer wordt uitgenodigd, krijg je een andere link.',
  },

  key: {
    missing: (leads) =>
      `De bijeenkomsten van deze groep zijn verzegeld, en je link is de sleutel kwijt: het deel na de ~. Open de link zoals die naar je is gestuurd, of vraag ${leads ? 'een andere begeleider' : 'een begeleider'} om de link nog eens te sturen. Je geplande data en je aanwezigheid staan hier wel.`,
    broken: (leads) =>
      `De bijeenkomsten van deze groep zijn verzegeld, en de sleutel in je link klopt niet: er ontbreekt een teken, of er is een teken fout. Kopieer de hele link nog een keer, of vraag ${leads ? 'een andere begeleider' : 'een begeleider'} om de link nog eens te sturen. Je geplande data en je aanwezigheid staan hier wel.`,
    other: (leads) =>
      `De bijeenkomsten van deze groep zijn verzegeld, en je link heeft de sleutel van een andere groep, of een eerdere van deze. Vraag ${leads ? 'een andere begeleider' : 'een begeleider'} om jouw link nog eens te sturen. Je geplande data en je aanwezigheid staan hier wel.`,
    sent: (leads) =>
      `De sleutel in je link is naar de server gestuurd, want de link is onderweg herschreven. Wie de server beheert, zou kunnen meeluisteren. ${leads ? 'Wil je zeker zijn, geef de groep dan een andere sleutel, en stuur de links langs een andere weg.' : 'Vraag een begeleider om de groep een andere sleutel te geven.'}`,
    unable: () =>
      'De bijeenkomsten van deze groep zijn verzegeld, en deze pagina kan hier geen sleutels lezen: daarvoor is een nieuwere browser nodig, en een adres dat met https begint.',
  },
};
