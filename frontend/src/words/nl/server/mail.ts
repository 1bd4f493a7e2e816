import type { mail as en } from '../../en/server/mail';

export const mail: typeof en = {
  mail: {
    dateChanged: (group) => `${group}: een datum is veranderd`,
    dates: (group) => `${group}:`,
    cancelled: (when) => `De bijeenkomst van ${when} gaat niet door.`,
    moved: (before, now) => `De bijeenkomst van ${before} is verzet naar ${now}.`,
    takes: (when, minutes) => `De bijeenkomst van ${when} duurt nu ${minutes} minuten.`,
    when: (day, time, zone) => `${day}, ${time} uur (${zone})`,
    showsAll: 'Je eigen link toont alle data.',
    fewSubject: (group) => `${group}: er kunnen weinig mensen komen`,
    few: (when, expected, quorum) =>
      `De bijeenkomst van ${when}. Aantal mensen dat kan komen: ${expected}; afgesproken minimum: ${quorum}.`,
    fewShows: 'Je eigen link toont wie niet kan komen. Dit bericht komt per datum maar één keer.',
    unconfirmedSubject: (group) => `${group}: een bijeenkomst is nog niet bevestigd`,
    unconfirmed: (when, until) =>
      `De bijeenkomst van ${when} kan tot ${until} worden bevestigd. Anders staat deze op geen enkel bewijs van deelname.`,
    unconfirmedShows:
      'Je eigen link leidt naar waar je bevestigt wie er was. Dit bericht komt per bijeenkomst maar één keer.',
    renewed:
      'Je link naar deze groep is vernieuwd door iemand die hem had, waarschijnlijk jijzelf. De oude opent niets meer. Was jij het niet, laat je link dan vanaf de startpagina opnieuw naar dit adres sturen, en maak meteen een andere voor jezelf.',
    link: 'Je link naar je Balintgroep',
    asked: 'Iemand, waarschijnlijk jij, heeft opnieuw om deze link gevraagd.',
    noKey:
      'De stemmen van deze groep zijn verzegeld, en de sleutel staat in geen enkele mail: open deze link in een browser die deze groep onthoudt, of vraag een begeleider om de hele link.',
    yoursAlone: 'Hij is alleen voor jou: geef hem aan niemand.',
    takeBack:
      'Je hebt dit adres zelf aan de groep gegeven. Op de pagina van de groep kun je het altijd terugnemen.',
    codeSubject: 'De code voor je adres',
    code: (code) => `De code is ${code}.`,
    codeMeans:
      'Iemand, waarschijnlijk jij, heeft dit adres opgegeven op de pagina van de eigen groep, om berichten van de groep te ontvangen. Typ de code op die pagina; hij geldt een dag.',
    notYou:
      'Was jij het niet, doe dan niets: er komen hier alleen zulke codes, en het adres wordt vergeten.',
  },
};
