import type { output as en } from '../../en/output/output';

/** The choice where somebody hears the circle, and a sound to try it by. */
export const output: typeof en = {
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
};
