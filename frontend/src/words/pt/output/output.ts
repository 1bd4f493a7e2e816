import type { output as en } from '../../en/output/output';

/** The choice where somebody hears the circle, and a sound to try it by. */
export const output: typeof en = {
  where: 'Auscultadores ou altifalantes',
  system: 'O que o sistema escolher',
  onlySystem: 'É o sistema que escolhe onde ouve o círculo.',
  choose: 'Escolher auscultadores ou altifalantes',
  refused: (name) => `Não foi possível usar ${name}. Nada mudou.`,
  anOutput: (n) => `Saída ${n}`,
  test: 'Tocar um som suave de teste',
  played:
    'Tocou um som suave. Se não o ouviu, escolha outra saída ou aumente o volume do dispositivo.',
  notPlayed: 'O navegador não o tocou. Prima outra vez o botão.',
};
