import type { meeting as en } from '../../en/circle/meeting';

/** What the circle is doing, and what each person is asked to do. */
export const meeting: typeof en = {
  guidance: {
    arrive: 'Llega con calma. Empezamos cuando nos hayamos acomodado.',
    welcome: 'Da la bienvenida a quien va llegando. ¿Quién falta?',
    check_in: 'Unas palabras sobre cómo llegas hoy.',
    brief_news: 'Noticias breves de casos anteriores, si las hay.',
    ask_who_has_a_case: 'Pregunta quién tiene un caso y deja que el silencio haga su trabajo.',
    offer_if_you_have_one: '¿Sigues pensando en alguien a quien atiendes? No hay prisa.',
    tell_the_case: 'Cuéntalo como te venga. Nadie te interrumpirá.',
    listen: 'Escucha, y nota lo que se mueve en ti.',
    protect_the_telling: 'Protege el relato: todavía sin preguntas.',
    answer_facts: 'Responde lo que sepas. Bastan los datos sencillos.',
    ask_facts: 'Pregunta solo por datos sencillos.',
    keep_to_facts: 'Que las preguntas se queden en los datos sencillos.',
    lean_back: 'Retira tu silla. A partir de ahora solo escuchas.',
    make_room: 'Quien presenta sale del círculo. Que todo se asiente.',
    hear_everything: 'El caso está ahora en manos del grupo. No hace falta que respondas.',
    imagine: '¿Qué imaginas y qué sientes? Habla con el grupo.',
    hold_the_reflection:
      'Cuida que se siga imaginando y sintiendo. Que su paciente esté también en la sala.',
    return_as_you_like: 'Qué bien tenerte de vuelta. Responde o, simplemente, súmate.',
    receive_the_return: 'Quien presenta ha vuelto. Acoge lo que venga.',
    hold_the_return: 'Da espacio a quien presenta. Nada exige respuesta.',
    take_leave: 'Despídete del caso y del grupo.',
    close_without_verdict: 'Da las gracias a quien presentó. Sin veredicto ni resumen.',
    linger: 'La sesión ha terminado. Quédate cuanto quieras, o vete sin ruido.',
    linger_or_debrief:
      'Quédate un rato con el grupo. La sala de coordinación está abierta para ti.',
    observe: 'Estás observando. Nadie te oye.',
    farewell: 'Gracias por haber estado.',
  },

  moment: {
    welcomeAll: 'Da la bienvenida a todo el mundo. ¿Quién falta, y cómo llega hoy cada cual?',
    youAreChosen: 'A continuación contarás tu caso. Tómate tu tiempo.',
    chosen: (name: string) => `${name} trae el caso.`,
    chosenToBegin: (name: string) => `${name} trae el caso. Sigue cuando el grupo esté listo.`,
    presenterAway: (name: string) => `${name} no tiene conexión ahora mismo.`,
    mayStillSpeak: 'Estás fuera del círculo, y todavía puedes hablar.',
    roomCloses: 'La sesión ha terminado. Quédate un rato, o vete sin ruido.',
  },

  debrief: {
    title: 'Sala de coordinación',
    guidance: 'Aquí solo se oyen entre sí quienes coordinan.',
  },

  everybody: {
    shared: 'Quedémonos en cómo se vive esto.',
    unled: 'Nadie de la coordinación tiene conexión.',
    unledHeld:
      'Nadie de la coordinación tiene conexión. El reloj está en pausa; seguirá en cuanto vuelva alguien que coordine.',
    unledPaused:
      'Nadie de la coordinación tiene conexión. El reloj está en pausa, a la espera de alguien que coordine.',
    asksToObserve: (name: string) => `${name} pide observar.`,
    agree: 'Acepto',
    agreeTo: (name: string) => `Acepto que ${name} observe`,
    agreed: 'Has aceptado.',
    closesAt: (time: string) => `Hora de cierre de la sala: ${time}.`,
  },
};
