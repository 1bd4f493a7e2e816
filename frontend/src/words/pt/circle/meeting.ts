import type { meeting as en } from '../../en/circle/meeting';

export const meeting: typeof en = {
  guidance: {
    arrive: 'Chegue com calma. Começamos quando toda a gente estiver instalada.',
    welcome: 'Dê as boas-vindas a quem chega. Quem falta?',
    check_in: 'Umas palavras sobre como está aqui hoje.',
    brief_news: 'Notícias breves de casos anteriores, se as houver.',
    ask_who_has_a_case: 'Pergunte quem tem um caso, e deixe o silêncio fazer o seu trabalho.',
    offer_if_you_have_one: 'Há uma pessoa doente que não lhe sai do pensamento? Não há pressa.',
    tell_the_case: 'Conte como lhe vier. Ninguém vai interromper.',
    listen: 'Escute, e repare no que mexe consigo.',
    protect_the_telling: 'Proteja o relato: ainda não há perguntas.',
    answer_facts: 'Diga o que souber. Bastam factos simples.',
    ask_facts: 'Pergunte apenas factos simples.',
    keep_to_facts: 'Mantenha as perguntas nos factos simples.',
    lean_back: 'Recue a cadeira. A partir de agora, só escuta.',
    make_room: 'Quem apresentou recua para fora do círculo. Deixe assentar.',
    hear_everything: 'O caso está agora com o grupo. Não precisa de responder.',
    imagine: 'O que imaginam, e o que sentem? Falem entre si.',
    hold_the_reflection:
      'Mantenha-se no que se imagina e se sente. Traga a pessoa doente para a sala.',
    return_as_you_like: 'Ainda bem que regressou. Responda, ou junte-se simplesmente ao grupo.',
    receive_the_return: 'Quem apresentou regressou. Acolha o que vier.',
    hold_the_return: 'Dê espaço a quem apresentou. Nada precisa de resposta.',
    take_leave: 'Despeça-se do caso, e do grupo.',
    close_without_verdict: 'Agradeça a quem apresentou. Sem veredicto, sem resumo.',
    linger: 'A sessão chegou ao fim. Fique o tempo que quiser, ou saia em silêncio.',
    linger_or_debrief: 'Fique um pouco com o grupo. A sala da facilitação está aberta para si.',
    observe: 'Está a observar. Ninguém ouve a sua voz.',
    farewell: 'Agradecemos a sua presença.',
  },

  moment: {
    welcomeAll: 'Dê as boas-vindas a toda a gente. Quem falta, e como está cada pessoa hoje?',
    youAreChosen: 'A seguir, conta o seu caso. Leve o tempo de que precisar.',
    chosen: (name) => `${name} traz o caso.`,
    chosenToBegin: (name) => `${name} traz o caso. Avance quando toda a gente estiver pronta.`,
    presenterAway: (name) => `Neste momento, ${name} não tem ligação.`,
    mayStillSpeak: 'Está fora do círculo, e ainda pode falar.',
    roomCloses: 'A sessão chegou ao fim. Fique um pouco, ou saia em silêncio.',
  },

  debrief: {
    title: 'Sala da facilitação',
    guidance: 'Aqui, só quem facilita fala e ouve.',
  },

  everybody: {
    shared: 'Permaneçamos no que será viver isto.',
    unled: 'Neste momento, ninguém da facilitação tem ligação.',
    unledHeld:
      'Neste momento, ninguém da facilitação tem ligação. O relógio está em pausa, e continua assim que alguém da facilitação voltar.',
    unledPaused:
      'Neste momento, ninguém da facilitação tem ligação. O relógio está em pausa, à espera de alguém da facilitação.',
    asksToObserve: (name) => `${name} pede para observar.`,
    agree: 'Concordo',
    agreeTo: (name) => `Concordo que ${name} observe`,
    agreed: 'Já concordou.',
    closesAt: (time) => `A sala fecha às ${time}.`,
  },
};
