import type { output as en } from '../../en/everywhere/output';

/** Where somebody hears the circle, and whether they do. */
export const output: typeof en = {
  hearing: {
    missing: (name: string) => `${name} non c’è. Senti il cerchio dall’uscita che usa il sistema.`,
    something: 'L’uscita da cui sentivi il cerchio',
    check: 'Prova l’ascolto',
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
  },
};
