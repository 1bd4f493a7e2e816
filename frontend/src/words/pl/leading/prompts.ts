import type { prompts as en } from '../../en/leading/prompts';

/** What passes between facilitators, and sentences that lie ready for them. */
export const prompts: typeof en = {
  signal: {
    move_on: 'Idziemy dalej?',
    more_time: 'Jeszcze trochę czasu',
    your_turn: 'Teraz ty',
    bring_the_patient_in: 'A co z osobą leczoną?',
    advice_creeping_in: 'Zaczynają się rady',
    look_after_the_presenter: 'Zadbaj o osobę referującą',
    someone_quiet: 'Ktoś milczy',
    hold_the_silence: 'Utrzymaj ciszę',
    five_minutes: 'Pięć minut',
    hand_me_the_clock: 'Przekaż mi zegar',
    yes: 'Tak',
    no: 'Nie',
  },

  cue: {
    two_minutes: 'Ostatnie dwie minuty.',
    zero: 'Czas tego etapu minął. Zegar liczy dalej.',
    over: (minutes) => `${minutes} minut ponad czas tego etapu.`,
  },

  card: {
    advice: {
      title: 'Pojawiają się rady',
      say: 'Zaczynamy pomagać. Czy możemy jeszcze trochę pobyć przy tym, jak to jest znaleźć się w tym miejscu?',
    },
    fixing: {
      title: 'Grupa rozwiązuje przypadek',
      say: 'Załóżmy, że w tej chwili nic się nie da zrobić. Co wtedy czujemy?',
    },
    judging: {
      title: 'Kogoś się ocenia',
      say: 'W powietrzu wisi ocena. Kto w tej historii mógłby się jej bać?',
    },
    teaching: {
      title: 'Robi się wykład',
      say: 'O chorobie wiemy już więcej. A osoba, która z nią żyje?',
    },
    interrogating: {
      title: 'Pytania stają się natarczywe',
      say: 'Może wiemy już dość, żeby zacząć. Czego nie wiemy, to możemy sobie wyobrazić.',
    },
    speaking_to_the_presenter: {
      title: 'Ktoś zwraca się do osoby referującej',
      say: 'Mówmy do siebie nawzajem. Kto się odsunął, może po prostu słuchać.',
    },
    only_the_doctor: {
      title: 'Mowa tylko o osobie, która leczy',
      say: 'Od jakiegoś czasu jesteśmy przy osobie, która leczy. Gdyby osoba leczona siedziała tu z nami, co by powiedziała?',
    },
    silence: {
      title: 'Krąg milczy',
      say: 'Mamy czas. Nic jeszcze nie musi zostać powiedziane.',
    },
    one_voice: {
      title: 'Jeden głos wypełnia pokój',
      say: 'Dziękuję. Ciekawi mnie, czy ktoś widzi zupełnie inny obraz.',
    },
    someone_unheard: {
      title: 'Kogoś jeszcze nie słychać',
      say: 'Może jest jakaś myśl, która nie znalazła swojej chwili. Jest na nią miejsce, a przymusu nie ma.',
    },
    returning: {
      title: 'Osoba referująca wraca',
      say: 'Dobrze, że znów tu jesteś. Nic nie wymaga odpowiedzi. Powiedz, co chcesz, albo po prostu bądź z nami.',
    },
    closing: {
      title: 'Pożegnanie',
      say: 'Nie musimy tego rozumieć. Dziękuję za przyniesienie tej historii i za bycie przy niej.',
    },
  },
};
