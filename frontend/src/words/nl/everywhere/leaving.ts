import type { leaving as en } from '../../en/everywhere/leaving';

export const leaving: typeof en = {
  closed: {
    BAD_MESSAGE: {
      title: 'Deze pagina en de server begrepen elkaar niet',
      text: 'Je plaats blijft bewaard. De pagina opnieuw laden helpt meestal.',
    },
    TOO_SLOW: { title: 'De verbinding was te traag', text: 'Je plaats blijft bewaard.' },
    TOO_MANY: {
      title: 'Dat was te veel tegelijk',
      text: 'De server heeft de verbinding verbroken om de kring te beschermen. Je plaats blijft bewaard.',
    },
    NOT_INVITED: {
      title: 'Deze uitnodiging opent hier geen kring',
      text: 'Misschien is een stuk van de link verloren gegaan. Vraag de begeleider om de link nog eens te sturen.',
    },
    NO_CIRCLE: {
      title: 'Deze kring is er niet meer',
      text: 'De bijeenkomst is voorbij, verzet of gaat niet door, of de kring is opnieuw geopend of nooit gebruikt. Kijk in je groep, of vraag het je begeleider.',
    },
    NAME_NEEDED: {
      title: 'De kring heeft een naam voor je nodig',
      text: 'Een naam waaronder de anderen je kennen, van hoogstens 40 tekens.',
    },
    REPLACED: {
      title: 'Je plaats is in een ander venster open',
      text: 'Op één plaats zit één persoon, in één venster. Daarom is dit venster nu stil. Was je dat niet zelf? Zeg het dan tegen een begeleider.',
    },
    ENDED: {
      title: 'De bijeenkomst is voorbij',
      text: 'Dank je wel dat je er was. Wat er gezegd is, blijft in de kring; niets ervan is bewaard.',
    },
    GOODBYE: {
      title: 'Je hebt de kring verlaten',
      text: 'Je plaats blijft bewaard. Zolang de bijeenkomst duurt, brengt dezelfde link je terug.',
    },
    CIRCLE_FAILED: {
      title: 'De kring stopte even',
      text: 'Je plaats blijft bewaard.',
    },
    MOVED: {
      title: 'De kring verhuist naar een andere server',
      text: 'Een ogenblik. Je plaats blijft bewaard; intussen hoort niemand je.',
    },
    UNINVITED: {
      title: 'Je uitnodiging is beëindigd',
      text: 'Deze link brengt je niet meer in de kring. Heb je een nieuwe gekregen, open die dan: hij brengt je op je plaats. Verrast dit je? Bespreek het dan met de begeleider.',
    },
    NOT_ADMITTED: {
      title: 'Je bent niet binnengelaten',
      text: 'Degene van wie deze plaats is, of een begeleider, heeft nee gezegd. Verrast je dat? Bespreek het dan met een begeleider.',
    },
    BUSY: {
      title: 'Nu even niet',
      text: 'Er wacht iemand met jouw link aan de deur, of de link is te vaak geopend.',
    },
    FULL: { title: 'De server is nu vol', text: 'Je plaats blijft bewaard.' },
  },
  otherWindow: {
    which:
      'Op één plaats zit één persoon, in één venster. In welk venster wil je verdergaan? Het andere wordt stil.',
    here: 'Verder in dit venster',
    there: 'In het andere venster blijven',
    stays: 'Ga verder in het andere venster. Dit venster kun je sluiten.',
  },

  comeBack: 'Terug naar de kring',
  takeSeatHere: 'Hier plaatsnemen',
  toFront: 'Naar de startpagina',
  toGroup: 'Naar mijn groep',
  toConfirm: 'Op de pagina van je groep bevestig je binnen 14 dagen wie er was.',
};
