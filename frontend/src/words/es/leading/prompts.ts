import type { prompts as en } from '../../en/leading/prompts';

/** What passes between facilitators, and sentences that lie ready for them. */
export const prompts: typeof en = {
  signal: {
    move_on: '¿Seguimos adelante?',
    more_time: 'Un poco más de tiempo',
    your_turn: 'Te toca a ti',
    bring_the_patient_in: 'Traer a su paciente',
    advice_creeping_in: 'Asoman los consejos',
    look_after_the_presenter: 'Cuidar a quien presenta',
    someone_quiet: 'Alguien guarda silencio',
    hold_the_silence: 'Sostener el silencio',
    five_minutes: 'Cinco minutos',
    hand_me_the_clock: 'Pásame el reloj',
    yes: 'Sí',
    no: 'No',
  },

  cue: {
    two_minutes: 'Los últimos dos minutos.',
    zero: 'El tiempo de este paso se ha cumplido. El reloj sigue contando.',
    over: (minutes) => `${minutes} minutos por encima del tiempo de este paso.`,
  },

  card: {
    advice: {
      title: 'Asoman los consejos',
      say: 'Empezamos a querer ayudar. ¿Podemos quedarnos un poco más con cómo es estar ahí?',
    },
    fixing: {
      title: 'Se está resolviendo el caso',
      say: 'Supongamos que ahora no se puede hacer nada. ¿Qué sentimos entonces?',
    },
    judging: {
      title: 'Se juzga a alguien',
      say: 'Hay un juicio en el aire. ¿Quién, en esta historia, podría temerlo?',
    },
    teaching: {
      title: 'Se convierte en una clase',
      say: 'Ahora sabemos más de la enfermedad. ¿Y de la persona que vive con ella?',
    },
    interrogating: {
      title: 'Las preguntas aprietan',
      say: 'Quizá sepamos bastante para empezar. Lo que no sabemos, podemos imaginarlo.',
    },
    speaking_to_the_presenter: {
      title: 'Se habla a quien presenta',
      say: 'Hablemos dentro del grupo. Quien está a la escucha puede, sencillamente, escuchar.',
    },
    only_the_doctor: {
      title: 'Solo se habla de quien atiende',
      say: 'Llevamos un rato con quien atiende. Si su paciente se sentara aquí, ¿qué diría?',
    },
    silence: {
      title: 'El círculo calla',
      say: 'Tenemos tiempo. Todavía no hace falta decir nada.',
    },
    one_voice: {
      title: 'Una voz llena la sala',
      say: 'Gracias. Me pregunto si alguien ve una imagen muy distinta.',
    },
    someone_unheard: {
      title: 'A alguien no se le ha oído',
      say: 'Quizá haya una idea que no ha encontrado su momento. Hay sitio para ella, y ninguna obligación.',
    },
    returning: {
      title: 'Quien presenta regresa',
      say: 'Qué bien tenerte de vuelta. Nada exige respuesta. Di lo que quieras, o solo quédate con el grupo.',
    },
    closing: {
      title: 'La despedida',
      say: 'No hace falta haberlo entendido. Gracias por traerlo, y por haberlo acompañado.',
    },
  },
};
