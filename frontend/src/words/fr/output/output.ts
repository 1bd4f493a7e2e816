import type { output as en } from '../../en/output/output';

/** The choice where somebody hears the circle, and a sound to try it by. */
export const output: typeof en = {
  where: 'Casque ou haut-parleurs',
  system: 'Au choix de votre système',
  onlySystem: 'Votre système choisit par où vous entendez le cercle.',
  choose: 'Choisir casque ou haut-parleurs',
  refused: (name) => `Impossible d’utiliser ${name}. Rien n’a changé.`,
  anOutput: (n) => `Sortie ${n}`,
  test: 'Jouer un son doux',
  played:
    'Un son doux a été joué. Si vous ne l’avez pas entendu, choisissez une autre sortie ou montez le volume de votre appareil.',
  notPlayed: 'Votre navigateur ne l’a pas joué. Appuyez de nouveau.',
};
