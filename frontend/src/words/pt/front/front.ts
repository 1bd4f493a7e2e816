import type { front as en } from '../../en/front/front';
import { count } from '../count';

export const front: typeof en = {
  front: {
    title: 'Uma sala tranquila para o trabalho Balint',
    lead: 'Uma pessoa do grupo traz um caso, depois recua a cadeira e só escuta. As outras dizem o que imaginam e o que sentem. No fim, quem apresentou regressa.',
    points: [
      {
        title: 'Um silêncio que se mantém',
        text: 'A voz de quem recua é silenciada pelo próprio servidor. Nenhuma segunda janela e nenhuma quebra da ligação desfaz isso.',
      },
      {
        title: 'Um tempo sem pressa',
        text: 'Quem facilita marca o ritmo. O relógio continua a contar, e nunca corta a palavra a ninguém.',
      },
      {
        title: 'Nada guardado',
        text: 'Sem gravação, sem chat, sem conta. Só quem esteve e quando, e nem uma palavra do caso.',
      },
    ],
    form: 'Um círculo para hoje',
    group: 'Um grupo que se reúne regularmente',
    groupMeans:
      'Um link para cada pessoa, para todas as sessões: datas, quem não pode vir, presenças.',
    groupOpen: 'Abrir um grupo',
    groupsHere: 'Os seus grupos',
    circleTitle: 'Como se chama este círculo?',
    titleExample: 'Grupo de terça, março',
    template: 'Sessão',
    seats: 'Lugares ao todo',
    facilitators: 'Lugares para facilitar',
    observers: 'Lugares para observar',
    members: (n) => `Assim, ${count(n, 'lugar fica', 'lugares ficam')} para membros.`,
    noMembers: 'Assim, não fica nenhum lugar para membros.',
    more: 'Mais sobre este círculo',
    sentence: 'O que dizem sobre a confidencialidade',
    sitBack: 'Quando quem apresenta recua',
    sitBackChoice: {
      enforced: 'A voz não se pode ouvir até ao regresso',
      soft: 'Pode pedir a palavra, e quem facilita pode dar-lha',
      off: 'Recua a cadeira, e conserva a voz',
    },
    ownPlan: 'Um plano nosso',
    create: 'Abrir o círculo',
    creating: 'O círculo está a abrir',
    linksWait: 'Links por entregar',
    showLinksOf: (title) => `Mostrar os links de «${title}»`,
  },

  plan: {
    title: 'As fases da nossa sessão',
    minutesOf: (phase) => `Minutos para: ${phase}`,
    minutes: (n) => `${n} min`,
    earlier: (phase) => `Mover para cima: ${phase}`,
    later: (phase) => `Mover para baixo: ${phase}`,
    remove: (phase) => `Retirar: ${phase}`,
    another: 'Mais uma fase',
    add: 'Acrescentar',
    total: (n) =>
      `${count(n, 'minuto', 'minutos')} ao todo. As pessoas chegam antes, e podem ficar depois.`,
  },
};
