import type { output as en } from '../../en/everywhere/output';

/** Where somebody hears the circle, and whether they do. */
export const output: typeof en = {
  hearing: {
    missing: (name: string) => `Niepodłączone: ${name}. Krąg słychać tam, gdzie gra twój system.`,
    something: 'To, przez co było słychać krąg',
    check: 'Sprawdź, jak słyszę',
    where: 'Słuchawki lub głośniki',
    system: 'Jak wybierze system',
    onlySystem: 'To twój system wybiera, gdzie słychać krąg.',
    choose: 'Wybierz słuchawki lub głośniki',
    refused: (name: string) => `Nie udało się użyć: ${name}. Nic się nie zmieniło.`,
    anOutput: (n: number) => `Wyjście ${n}`,
    test: 'Odtwórz cichy dźwięk próbny',
    played:
      'Odtworzono cichy dźwięk. Jeśli go nie słychać, wybierz inne wyjście albo zwiększ głośność urządzenia.',
    notPlayed: 'Przeglądarka go nie odtworzyła. Naciśnij jeszcze raz.',
  },
};
