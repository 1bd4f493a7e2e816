import type { tools as en } from '../../en/leading/tools';
import { count } from '../count';

export const tools: typeof en = {
  clock: {
    title: 'Tempo',
    ends: (time) => `A sessão termina por volta das ${time}.`,
    wouldEnd: (time) => `Se começar agora, a sessão termina por volta das ${time}.`,
    thisStep: 'Esta fase',
    change: (n) => (n < 0 ? `−${-n} min` : `+${n} min`),
    pause: 'Pausar o relógio',
    resume: 'Pôr o relógio a andar',
    behind: (n) => `A sessão está atrasada ${count(n, 'minuto', 'minutos')}.`,
    take: (n) => `Tirar ${n} min à reflexão`,
    youKeep: 'O relógio está consigo.',
    keeps: (name) => `O relógio está com ${name}.`,
    takeClock: 'Ficar com o relógio',
  },

  offers: {
    title: 'Caso',
    cases: 'Quem tem um caso?',
    hasCase: (name) => `${name} tem um caso.`,
    nextTime: 'Outros casos oferecidos',
  },

  places: {
    nobody: 'Não há ninguém no círculo exterior.',
    change: 'Trocar os dois círculos',
  },

  door: {
    title: 'Porta',
    close: 'Fechar a porta',
    open: 'Abrir a porta',
    isOpen: 'Aberta a quem tem convite.',
    isClosed: 'Fechada: quem chegar agora tem de bater.',
    notHere: (n) => `Com convite, ainda por chegar (${n})`,
    empty: (seat, role) => `Lugar ${seat}, ${role}: ainda ninguém`,
    cannotCome: 'ausência anunciada',
    seat: (seat) => `lugar ${seat}`,
  },
};
