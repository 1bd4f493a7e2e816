import type { lostLink as en } from '../../en/front/lost-link';

export const lostLink: typeof en = {
  lostLink: {
    title: 'Heb je een link naar een kring?',
    cut: 'Dit adres brengt je naar geen enkele kring: het einde van de link is onderweg verloren gegaan.',
    bookmark:
      'Dit adres alleen brengt je niet naar een plaats. De sleutel zit in de link van je uitnodiging, en deze pagina laat die aan niemand zien. Open die link nog een keer.',
    explain: 'Plak hier de hele link, of het bericht waarin die stond.',
    field: 'Je link',
    go: 'Naar mijn plaats',
    looksLike: (site) => `Een hele link ziet er zo uit: ${site}/#WyJxT3Z2bDlJ….Kd8sVtqN4u`,
    none: 'Hier staat geen hele link in. Misschien is die afgebroken: vraag je begeleider om de link nog eens te sturen.',
    byMail: 'Of laat de link van je groep sturen naar het adres dat je aan de groep hebt gegeven.',
    send: 'Mijn link laten sturen',
  },
};
