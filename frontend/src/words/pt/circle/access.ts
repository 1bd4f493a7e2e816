import type { access as en } from '../../en/circle/access';
import { count, either } from '../count';

/** These people, one or many, do something. */
const are = (names: string, n: number, one: string, other: string): string =>
  `${names} ${either(n, one, other)}.`;

export const access: typeof en = {
  titles: {
    letIn: 'Pode entrar',
    atDoor: (n) => `${n} à porta`,
  },

  people: {
    came: (names, n) => are(names, n, 'entrou', 'entraram'),
    left: (names, n) => are(names, n, 'saiu', 'saíram'),
    speaking: (names, n) => are(names, n, 'está a falar', 'estão a falar'),
    youSpeak: 'Está a falar.',
    nobodySpeaks: 'Ninguém está a falar.',
  },

  time: {
    minutesLeft: (n) => `${either(n, 'Falta', 'Faltam')} ${count(n, 'minuto', 'minutos')}.`,
    muchLeft: 'Falta mais de metade do tempo.',
    littleLeft: 'Falta menos de metade do tempo.',
    up: 'O tempo chegou ao fim. Não há pressa.',
    paused: 'O relógio está em pausa.',
    runs: 'O relógio está a andar.',
  },

  keys: {
    title: 'Teclas e avisos',
    open: 'Teclas',
    explain:
      'Nesta página, estas teclas têm efeito por si mesmas. Nos campos de texto, só escrevem.',
    on: 'Usar estas teclas',
    what: {
      speak: 'Manter premida para falar; um toque fecha o microfone',
      who_speaks: 'Dizer quem está a falar',
      where: 'Dizer a fase e o tempo',
      list: 'Mostrar esta lista',
    },
    space: 'Espaço',
    change: (what, key) => `${key}. Escolher outra tecla para: ${what}`,
    press: 'Prima uma tecla',
    taken: 'Essa tecla não está livre. Prima outra, ou Escape.',
    usual: 'Repor como no início',
    announcements: 'O que o leitor de ecrã diz sem que o peça',
    howMuch: {
      all: 'Tudo: também quem chega e quem sai',
      mine: 'As fases, e o que me diz respeito',
      nothing: 'Nada, exceto o que não pode esperar',
    },
    quiet: 'Enquanto o grupo trabalha, as entradas e saídas esperam até a fase acabar.',
  },
};
