import type { demo as en } from '../../en/server/demo';

export const demo: typeof en = {
  demo: {
    title: 'Syntetyczny krąg',
    synthetic: 'głos syntetyczny',
    sentence:
      'To jest pokaz. Kto ma oznaczenie „głos syntetyczny”, jest głosem komputera; pacjentka i przypadek są zmyślone. Głosy nie są tu zapieczętowane od końca do końca: ten serwer mógłby je słyszeć. Nie opowiadaj więc o żadnej prawdziwej osobie.',
  },
};
