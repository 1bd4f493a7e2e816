import type { output as en } from '../../en/everywhere/output';

/** Where somebody hears the circle, and whether they do. */
export const output: typeof en = {
  hearing: {
    missing: (name: string) =>
      `Nie znaleziono: ${name}. Krąg słychać na wyjściu wybranym przez system.`,
    something: 'to, przez co było słychać krąg',
    check: 'Sprawdź, jak słyszę',
  },
};
