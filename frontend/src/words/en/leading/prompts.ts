import type { Card, Cue, Signal } from '../../../protocol';

/** What passes between facilitators, and sentences that lie ready for them. */
export const prompts = {
  signal: {
    move_on: 'Shall we move on?',
    more_time: 'A little more time',
    your_turn: 'Your turn',
    bring_the_patient_in: 'Bring the patient in',
    advice_creeping_in: 'Advice is creeping in',
    look_after_the_presenter: 'Look after the presenter',
    someone_quiet: 'Somebody is quiet',
    hold_the_silence: 'Hold the silence',
    five_minutes: 'Five minutes',
    hand_me_the_clock: 'Hand me the clock',
    yes: 'Yes',
    no: 'No',
  } satisfies Record<Signal, string>,

  cue: {
    two_minutes: 'The last two minutes.',
    zero: 'The time of this step is up. The clock counts on.',
    /** Always by fives: no language needs another form. */
    over: (minutes: number) => `${minutes} minutes over the time of this step.`,
  } satisfies Record<Cue, string | ((minutes: number) => string)>,

  card: {
    advice: {
      title: 'Advice creeps in',
      say: 'We are beginning to help. May we stay a little longer with what it is like to be there?',
    },
    fixing: {
      title: 'The case is being solved',
      say: 'Suppose that nothing can be done just now. What do we feel then?',
    },
    judging: {
      title: 'Somebody is judged',
      say: 'There is a verdict in the room. Who in this story might be afraid of it?',
    },
    teaching: {
      title: 'It turns into a lesson',
      say: 'Now we know more about the illness. And the person who lives with it?',
    },
    interrogating: {
      title: 'Questions become insistent',
      say: 'Perhaps we know enough to begin. What we do not know, we may imagine.',
    },
    speaking_to_the_presenter: {
      title: 'The presenter is addressed',
      say: 'Let us speak to one another. Whoever sits back may simply listen.',
    },
    only_the_doctor: {
      title: 'Only the doctor is talked about',
      say: 'We have been with the doctor for a while. If the patient sat here, what would they say?',
    },
    silence: {
      title: 'The circle is silent',
      say: 'We have time. Nothing needs to be said just yet.',
    },
    one_voice: {
      title: 'One voice fills the room',
      say: 'Thank you. I wonder whether somebody sees quite another picture.',
    },
    someone_unheard: {
      title: 'Somebody is unheard',
      say: 'There may be a thought that has not found its moment. There is room for it, and no need.',
    },
    returning: {
      title: 'The presenter comes back',
      say: 'Welcome back. Nothing needs an answer. Say what you like, or just be with us.',
    },
    closing: {
      title: 'Taking leave',
      say: 'We need not have understood it. Thank you for bringing it, and for staying with it.',
    },
  } satisfies Record<Card, { title: string; say: string }>,
};
