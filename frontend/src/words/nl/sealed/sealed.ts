import type { sealed as en } from '../../en/sealed/sealed';

export const sealed: typeof en = {
  sealed: {
    protects:
      'Je browser verzegelt je stem, en alleen de browsers van deze kring openen die weer. De sleutel zit in jullie links, en wordt nooit naar de server gestuurd.',
    seen: 'De server ziet nog wel wie er is en wanneer iemand spreekt. Hij geeft je ook deze pagina: wie de pagina verandert, zou het zegel kunnen verbreken.',
    notMeans:
      'Wie de server beheert, zou kunnen meeluisteren. Deze kring is zo geopend voor mensen met een oudere browser. Open een andere kring om verzegeld bijeen te komen.',
    sent: (ofGroup) =>
      `Je link is onderweg herschreven, en daardoor is de sleutel één keer naar de server gestuurd. Wie de server beheert, zou kunnen meeluisteren. ${ofGroup ? 'Vraag een begeleider om de groep een andere sleutel te geven.' : 'Wil je zeker zijn, open dan een andere kring en stuur de links daarvan langs een andere weg.'}`,
    withheld:
      'Je browser heeft een sleutel gemaakt voor alleen deze bijeenkomst, maar de server geeft die niet door. Daardoor is je stem alleen verzegeld met de sleutel uit jullie links: wie later een link vindt, zou kunnen openen wat is opgenomen. Laad de pagina opnieuw. Staat er weer hetzelfde, vertel het dan aan wie de server beheert.',
    unopened:
      'Een stem kan hier niet geopend worden. Helpt het niet om de pagina opnieuw te laden, vraag de anderen dan om dat ook te doen. Blijft het zo, vergelijk dan de cijfers langs een andere weg dan deze pagina, en vertel het aan wie de server beheert.',
    compare:
      'Deze cijfers zijn voor iedereen in deze kring dezelfde. Vergelijk ze hardop als je zeker wilt zijn:',
    digits: (digits) => `${digits.slice(0, 4)}\u00a0${digits.slice(4)}`,
    problem: {
      missing: {
        title: 'Je link is de sleutel kwijt',
        text: 'Deze kring is verzegeld: alleen wie de sleutel heeft, kan luisteren. De sleutel is het einde van je link, na ~. Open de hele link, zoals die gestuurd is, of vraag je begeleider om de link nog eens te sturen.',
      },
      cut: {
        title: 'Het einde van je link ontbreekt',
        text: 'Daarin zit de sleutel van deze kring, en een stuk ervan is verloren gegaan. Open de hele link, zoals die gestuurd is, of vraag je begeleider om de link nog eens te sturen.',
      },
      mistyped: {
        title: 'Er zit een fout in je link',
        text: 'De sleutel aan het einde, na ~, is niet zoals die gemaakt is: misschien is er een teken veranderd. Open de link zoals die gestuurd is, of vraag je begeleider om de link nog eens te sturen.',
      },
      foreign: {
        title: 'Deze sleutel is van een andere kring',
        text: 'Het einde van je link, na ~, hoort niet bij deze kring, of de server spreekt niet de waarheid. Kom niet via deze link bijeen. Vraag je begeleider om je link nog eens te sturen.',
      },
      unlocked: {
        title: 'Deze kring zou verzegeld moeten zijn',
        text: 'Je link heeft een sleutel, maar de server zegt dat deze kring er geen heeft. Kom niet via deze link bijeen: iemand zou kunnen meeluisteren. Zeg het tegen je begeleider, langs een andere weg dan deze pagina.',
      },
      unable: {
        title: 'Deze browser kan je stem niet verzegelen',
        text: 'Deze kring is verzegeld, dus niemand kan zonder zegel binnenkomen. Open je link in Chrome of Edge vanaf versie 141, Firefox vanaf 130 of Safari vanaf 17, via https.',
      },
      unstarted: {
        title: 'Het zegel is niet gestart',
        text: 'Het deel van deze pagina dat je stem verzegelt, kon niet worden geladen. Er is dus niets verstuurd. Laad de pagina opnieuw, of open je link in een andere browser.',
      },
    },
  },
};
