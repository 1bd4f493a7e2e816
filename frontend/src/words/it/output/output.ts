import type { output as en } from '../../en/output/output';

/** The choice where somebody hears the circle, and a sound to try it by. */
export const output: typeof en = {
  where: 'Cuffie o altoparlanti',
  system: 'Come sceglie il sistema',
  onlySystem: 'È il sistema a scegliere da dove senti il cerchio.',
  choose: 'Scegli cuffie o altoparlanti',
  refused: (name: string) => `${name} non si può usare. Non è cambiato nulla.`,
  anOutput: (n: number) => `Uscita ${n}`,
  test: 'Prova con un lieve suono',
  played:
    'C’è stato un lieve suono. Se non lo hai sentito, scegli un’altra uscita o alza il volume del dispositivo.',
  notPlayed: 'Il browser non lo ha riprodotto. Premi di nuovo.',
};
