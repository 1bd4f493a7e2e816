import type { anywhere as en } from '../../en/everywhere/anywhere';

/** What is said in every part of the page. */
export const anywhere: typeof en = {
  close: 'Zamknij',

  language: {
    choose: 'Język',
    notKept:
      'Ta przeglądarka niczego dla tej strony nie przechowuje, więc strona używa języka przeglądarki.',
  },

  copying: {
    copied: 'Skopiowano',
    failedTitle: 'Trzeba skopiować ręcznie',
    failed:
      'Ta przeglądarka nie pozwala stronie kopiować. Tekst jest zaznaczony: skopiuj go z klawiatury albo dotknij i przytrzymaj.',
  },

  part: {
    failed: 'Ta część strony przestała działać. Dźwięk nadal płynie.',
    again: 'Pokaż ją jeszcze raz',
    loading: 'Ta część strony się wczytuje.',
    unloaded: 'Jednej części tej strony nie udało się wczytać.',
    doWithout: 'Tej części nie udało się wczytać. Możesz dołączyć bez niej.',
    reload: 'Wczytaj stronę ponownie',
  },
};
