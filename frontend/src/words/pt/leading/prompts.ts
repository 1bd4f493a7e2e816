import type { prompts as en } from '../../en/leading/prompts';

export const prompts: typeof en = {
  signal: {
    move_on: 'Avançamos?',
    more_time: 'Um pouco mais de tempo',
    your_turn: 'Agora é consigo',
    bring_the_patient_in: 'Trazer a pessoa doente',
    advice_creeping_in: 'Estão a surgir conselhos',
    look_after_the_presenter: 'Cuidar de quem apresenta',
    someone_quiet: 'Alguém está em silêncio',
    hold_the_silence: 'Deixar durar o silêncio',
    five_minutes: 'Cinco minutos',
    hand_me_the_clock: 'Passe-me o relógio',
    yes: 'Sim',
    no: 'Não',
  },

  cue: {
    two_minutes: 'Os últimos dois minutos.',
    zero: 'O tempo desta fase chegou ao fim. O relógio continua a contar.',
    over: (minutes) => `${minutes} minutos além do tempo desta fase.`,
  },

  card: {
    advice: {
      title: 'Surgem conselhos',
      say: 'Estamos a começar a ajudar. Podemos permanecer mais um pouco no que será estar naquele lugar?',
    },
    fixing: {
      title: 'Procura-se a solução',
      say: 'Suponhamos que, por agora, não há nada a fazer. O que sentimos então?',
    },
    judging: {
      title: 'Julga-se alguém',
      say: 'Há um julgamento no ar. Nesta história, quem poderá ter medo dele?',
    },
    teaching: {
      title: 'Torna-se uma aula',
      say: 'Agora sabemos mais sobre a doença. E a pessoa que vive com ela?',
    },
    interrogating: {
      title: 'As perguntas apertam',
      say: 'Talvez já saibamos o bastante para começar. O que não sabemos, podemos imaginá-lo.',
    },
    speaking_to_the_presenter: {
      title: 'Fala-se para quem apresentou',
      say: 'Falemos entre nós. Quem recuou pode simplesmente escutar.',
    },
    only_the_doctor: {
      title: 'Só se fala de quem trata',
      say: 'Já estamos há algum tempo com quem trata. Se a pessoa doente estivesse aqui, o que diria?',
    },
    silence: {
      title: 'O círculo está em silêncio',
      say: 'Temos tempo. Por agora, nada precisa de ser dito.',
    },
    one_voice: {
      title: 'Uma voz enche a sala',
      say: 'Agradeço-lhe. Pergunto-me se alguém vê um quadro bem diferente.',
    },
    someone_unheard: {
      title: 'Há uma voz por ouvir',
      say: 'Talvez haja um pensamento que ainda não encontrou o seu momento. Há espaço para ele, sem obrigação.',
    },
    returning: {
      title: 'Quem apresentou regressa',
      say: 'Ainda bem que regressou. Nada precisa de resposta. Diga o que quiser, ou fique simplesmente connosco.',
    },
    closing: {
      title: 'A despedida',
      say: 'Não é preciso termos compreendido. Agradecemos a quem trouxe o caso, e a quem o acompanhou.',
    },
  },
};
