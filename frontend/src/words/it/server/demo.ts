import type { demo as en } from '../../en/server/demo';

export const demo: typeof en = {
  demo: {
    title: 'Cerchio sintetico',
    synthetic: 'voce sintetica',
    sentence:
      'Questa è una dimostrazione. Chi porta la scritta «voce sintetica» è la voce di un computer; la paziente e il caso sono inventati. Qui le voci non sono sigillate da un capo all’altro: questo server potrebbe sentirle. Quindi non parlare di nessuna persona reale.',
  },
};
