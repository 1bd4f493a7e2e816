import type { after as en } from '../../en/leading/after';

export const after: typeof en = {
  after: {
    title: 'Depois da sessão',
    end: 'Terminar a sessão',
    endTitle: 'Terminar a sessão para toda a gente?',
    stay: 'Ficar',
    notBegun:
      'A sessão ainda não começou, por isso não fica guardado quem esteve presente, e o círculo pode abrir-se de novo.',
    endText: (group) =>
      `O círculo fecha e não se pode abrir de novo. Fica guardado quem esteve e quanto durou cada fase, ${group ? 'além do número e da data de cada caso, ' : ''}e mais nada.`,
    enterDebrief: 'Ir para a sala da facilitação',
    leaveDebrief: 'Voltar para junto do grupo',
    bounded: 'Fechar a sala quando o tempo chegar ao fim',
    record: 'O que se guarda desta sessão',
    phases: 'Fases',
    attendance: 'Quem esteve',
    nothingElse: (group) =>
      `Isto, ${group ? 'além do número e da data de cada caso, ' : ''}e mais nada.`,
    minutes: (n) => `${n} min`,
  },
};
