import type { door as en } from '../../en/circle/door';

export const door: typeof en = {
  waiting: {
    title: 'Está à porta',
    open: 'Quem facilita pode abrir-lhe a porta.',
    closed: 'O círculo fechou a porta. Só quem facilita lhe pode abrir.',
    asked: 'O círculo vai dizer se pode observar. Depois, quem facilita pode abrir-lhe a porta.',
    sent: 'Quem facilita decidiu que esperasse à porta, e pode voltar a abrir-lha.',
    yourself:
      'Neste momento, o seu lugar está ocupado. Quem lá está vai dizer se é a mesma pessoa.',
    nobody:
      'Não está aqui mais ninguém a facilitar. Em dois minutos, no máximo, entra sem que ninguém lhe abra; com o nome que tinha aqui, entra logo.',
    quiet: 'Aqui, ninguém ouve a sua voz, e também não ouve ninguém.',
  },

  askedToLeave: {
    title: 'Sair do círculo?',
    back: 'Voltou atrás nesta janela. Entretanto, a sessão continua. Se sair, o seu lugar fica guardado, e o mesmo link leva de volta a ele.',
    onward:
      'Abriu outro link nesta janela. Entretanto, a sessão continua. Se sair, o seu lugar fica guardado, e o link deste círculo leva de volta a ele.',
    yes: 'Sair do círculo',
    no: 'Ficar',
  },
};
