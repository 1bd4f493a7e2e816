import type { after as en } from '../../en/leading/after';

export const after: typeof en = {
  after: {
    title: 'Depois da sessão',
    notBegun:
      'A sessão ainda não começou, por isso não fica guardado quem esteve presente, e o círculo pode abrir-se de novo.',
    enterDebrief: 'Ir para a sala da facilitação',
    leaveDebrief: 'Voltar para junto do grupo',
    bounded: 'Fechar a sala quando o tempo chegar ao fim',
    record: 'O que se guarda desta sessão',
    phases: 'Fases',
    attendance: 'Quem esteve',
    nothingElse: 'Isto, e mais nada.',
    stay: (times, minutes) => `${times}, ${minutes} min`,
    minutes: (n) => `${n} min`,
  },
};
