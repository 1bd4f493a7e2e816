import type { refused as en } from '../../en/server/refused';

export const refused: typeof en = {
  refused: {
    not_yours:
      'Dit is aan de begeleiders van de groep, of aan iemand anders. Er is niets veranderd.',
    stale:
      'Een andere begeleider heeft dit intussen veranderd. Van jou is nog niets opgeslagen: kijk wat er veranderd is, en stuur het jouwe opnieuw als het nog past.',
    no_such_person: 'Deze persoon is niet in de groep. Er is niets veranderd.',
    no_such_meeting: 'De groep heeft deze bijeenkomst niet. Er is niets veranderd.',
    no_name: 'Een naam heeft 1 tot 40 zichtbare tekens, de naam van een groep tot 80.',
    name_taken: 'Iemand in deze groep heeft deze naam al. Voeg een letter toe, of de achternaam.',
    full: 'Een bijeenkomst heeft hoogstens 16 plaatsen, en die zijn allemaal bezet.',
    out_of_bounds: 'Een getal of een tekst valt buiten de grenzen. Er is niets veranderd.',
    no_plan: 'Deze stappen vormen geen bijeenkomst. Er is niets veranderd.',
    no_such_zone: 'Deze server kent deze tijdzone niet. Schrijf die zoals de IANA: Europe/Berlin.',
    which_time:
      'Zeg wat er moet blijven als de tijdzone verandert: de tijd op de klok, of het moment.',
    no_such_time: 'Een tijd heeft uren en minuten, en geen eigen tijdzone. Er is niets veranderd.',
    in_the_past: 'Deze datum is voorbij. Er is niets veranderd.',
    too_far: 'Deze datum is meer dan zes jaar vooruit. Er is niets veranderd.',
    too_many_dates:
      'Een groep heeft hoogstens 60 komende data, en 400 met de data die voorbij of vervallen zijn. Er is niets veranderd.',
    two_at_once: 'Twee bijeenkomsten van de groep zouden tegelijk zijn. Er is niets veranderd.',
    over: 'Deze bijeenkomst is begonnen, is voorbij of gaat niet door, dus dit kan niet meer worden veranderd.',
    not_held:
      'Deze bijeenkomst is niet gehouden, dus er is niets om te bevestigen of te corrigeren.',
    not_led:
      'De supervisie van een bijeenkomst wordt genoteerd door wie de bijeenkomst begeleidde of er toehoorder was. Er is niets veranderd.',
    too_late: 'Dit kan tot 14 dagen na de bijeenkomst, en die zijn voorbij.',
    too_soon: 'Dit kan pas na de bijeenkomst.',
    already_so: 'Het is al zo.',
    not_accepted: 'Wat de groep afspreekt, is nieuw voor je: lees het eerst en ga ermee akkoord.',
    not_consented: 'Hiervoor moet iedereen instemmen, en dat is nog niet zo.',
    agree_first:
      'Er komt een gast bij deze bijeenkomst, en je hebt daar nog niet mee ingestemd. Stem ermee in op de pagina van de groep, en ga dan naar binnen.',
    switched_off: 'Deze groep heeft dit niet ingeschakeld.',
    last_leader:
      'Een groep heeft minstens één begeleider nodig. Maak eerst iemand anders begeleider. Is er verder niemand meer in de groep, dan kun je die wissen.',
    two_leaders:
      'Voor het wissen van een groep zijn twee begeleiders nodig: de een vraagt het, de ander stemt in.',
    not_today:
      'Er kan nu niemand bij een bijeenkomst van deze groep binnenkomen. Dat kan vanaf 30 minuten voor het begin.',
    no_seat:
      'De bijeenkomst van vandaag is geopend voordat je erbij kwam, dus er is geen plaats voor je.',
    other_key:
      'De bijeenkomst van nu heeft een andere sleutel dan die waarmee je bent gekomen. Probeer het nog eens. Is er nog geen begeleider, dan geldt de sleutel van de eerste begeleider die binnenkomt. Blijft het zo, vraag dan een begeleider om je de link van de groep opnieuw te sturen.',
    too_few:
      'Een bijeenkomst heeft iemand nodig die begeleidt, en een deelnemer. Voeg mensen toe, of verander wie toehoorder is.',
    in_a_meeting:
      'De groep is nu in een bijeenkomst. Doe dit als die voorbij is. Er is niets veranderd.',
    no_mail: 'Deze server verstuurt geen mail. Er is niets veranderd.',
    no_address: 'Naar dit adres kan geen mail: schrijf het als name@example.org.',
    no_code:
      'Er wordt geen code meer van je verwacht: een code geldt een dag en voor vijf pogingen. Er is niets veranderd.',
    enough_codes:
      'Een code geldt een dag, en tot dan gaat er voor jou geen tweede naar hetzelfde adres. Na drie codes gaat er voor jou geen meer uit tot er een dag zonder code voorbij is. Naar één adres gaan er drie per dag. Nu is er geen gestuurd. Vraag het over 24 uur opnieuw.',
  },
};
