import type { anywhere as en } from '../../en/everywhere/anywhere';

export const anywhere: typeof en = {
  close: 'Sluiten',

  language: {
    choose: 'Taal',
    notKept:
      'Deze browser bewaart niets voor deze pagina. Daarom volgt de pagina de taal van de browser.',
  },

  copying: {
    copied: 'Gekopieerd',
    failedTitle: 'Kopieer het even zelf',
    failed:
      'Deze browser laat de pagina niet kopiëren. De tekst is geselecteerd: kopieer die met het toetsenbord, of houd je vinger erop.',
  },

  part: {
    failed: 'Dit deel van de pagina werkt niet meer. Het geluid gaat door.',
    again: 'Opnieuw tonen',
    loading: 'Dit deel van de pagina wordt geladen.',
    unloaded: 'Een deel van deze pagina kon niet worden geladen.',
    doWithout: 'Dit deel kon niet worden geladen. Je kunt ook zonder meedoen.',
    reload: 'Pagina opnieuw laden',
  },
};
