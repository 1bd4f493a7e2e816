import type { output as en } from '../../en/output/output';

/** The choice where somebody hears the circle, and a sound to try it by. */
export const output: typeof en = {
  where: 'Koptelefoon of luidspreker',
  system: 'Zoals je systeem kiest',
  onlySystem: 'Je systeem kiest waar je de kring hoort.',
  choose: 'Koptelefoon of luidspreker kiezen',
  refused: (name) => `${name} kon niet worden gebruikt. Er is niets veranderd.`,
  anOutput: (n) => `Uitgang ${n}`,
  test: 'Zacht testgeluid afspelen',
  played:
    'Er klonk een zacht geluid. Heb je het niet gehoord? Kies een andere uitgang of zet je apparaat harder.',
  notPlayed: 'Je browser heeft het niet afgespeeld. Druk nog eens.',
};
