import type { output as en } from '../../en/output/output';

/** The choice where somebody hears the circle, and a sound to try it by. */
export const output: typeof en = {
  where: 'Kopfhörer oder Lautsprecher',
  system: 'Wie Ihr System es wählt',
  onlySystem: 'Ihr System wählt, wo Sie den Kreis hören.',
  choose: 'Kopfhörer oder Lautsprecher wählen',
  refused: (name) => `${name} ließ sich nicht nutzen. Es hat sich nichts geändert.`,
  anOutput: (n) => `Ausgabe ${n}`,
  test: 'Leisen Testton abspielen',
  played:
    'Ein leiser Ton wurde abgespielt. Wenn Sie ihn nicht gehört haben, wählen Sie eine andere Ausgabe, oder stellen Sie Ihr Gerät lauter.',
  notPlayed: 'Ihr Browser hat ihn nicht abgespielt. Drücken Sie noch einmal.',
};
