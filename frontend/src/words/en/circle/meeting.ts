import type { Guidance } from '../../../protocol';

/** What the circle is doing, and what each person is asked to do. */
export const meeting = {
  guidance: {
    arrive: 'Arrive in your own time. We begin when everyone has settled.',
    welcome: 'Welcome people as they come. Who is missing?',
    check_in: 'A few words on how you are here today.',
    brief_news: 'Brief news of earlier cases, if there is any.',
    ask_who_has_a_case: 'Ask who has a case, and let the silence do its work.',
    offer_if_you_have_one: 'Is a patient on your mind? There is no hurry.',
    tell_the_case: 'Tell it as it comes to you. Nobody will interrupt.',
    listen: 'Listen, and notice what stirs in you.',
    protect_the_telling: 'Protect the telling: no questions yet.',
    answer_facts: 'Answer what you know. Simple facts are enough.',
    ask_facts: 'Ask for simple facts only.',
    keep_to_facts: 'Keep the questions to simple facts.',
    lean_back: 'Move your chair back. From here you only listen.',
    make_room: 'The presenter moves out of the circle. Let it settle.',
    hear_everything: 'The case is with the group now. You need not answer.',
    imagine: 'What do you imagine, and what do you feel? Speak to each other.',
    hold_the_reflection: 'Keep to imagining and feeling. Bring the patient into the room.',
    return_as_you_like: 'Welcome back. Respond, or simply join in.',
    receive_the_return: 'The presenter is back. Receive what comes.',
    hold_the_return: 'Let the presenter be. Nothing needs an answer.',
    take_leave: 'Take leave of the case, and of one another.',
    close_without_verdict: 'Thank the presenter. No verdict, no summary.',
    linger: 'The meeting is over. Stay as long as you like, or go quietly.',
    linger_or_debrief: 'Stay a while with the others. The facilitators’ room is open to you.',
    observe: 'You are observing. Nobody hears you.',
    farewell: 'Thank you for being here.',
  } satisfies Record<Guidance, string>,

  /** Said in place of the phase's guidance where the moment is another. */
  moment: {
    welcomeAll: 'Welcome everybody. Who is missing, and how is each one here today?',
    youAreChosen: 'You will tell your case next. Take your time.',
    chosen: (name: string) => `${name} brings the case.`,
    chosenToBegin: (name: string) => `${name} brings the case. Go on when everybody is ready.`,
    presenterAway: (name: string) => `${name} is not connected just now.`,
    mayStillSpeak: 'You sit outside the circle, and may still speak.',
    roomCloses: 'The meeting is over. Stay a while, or go quietly.',
  },

  /** The facilitators, apart from the others after the meeting. */
  debrief: {
    title: 'Facilitators’ room',
    guidance: 'Only facilitators hear one another here.',
  },

  /** What everybody is told of the circle as a whole. */
  everybody: {
    shared: 'Let us stay with what this is like.',
    unled: 'No facilitator is connected.',
    /** Where it stands for that reason alone. */
    unledHeld: 'No facilitator is connected. The clock is paused; the first one back resumes it.',
    unledPaused: 'No facilitator is connected. The clock is paused, and waits for one of them.',
    asksToObserve: (name: string) => `${name} asks to observe.`,
    agree: 'I agree',
    agreeTo: (name: string) => `I agree that ${name} observes`,
    agreed: 'You have agreed.',
    closesAt: (time: string) => `The room closes at ${time}.`,
  },
};
