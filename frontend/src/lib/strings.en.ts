import type { CLOSE, Guidance, Phase, Presence, Role, Template, Voice } from '../protocol';
import type { Notice } from './circle.svelte';
import type { MicrophoneState } from './microphone.svelte';

type CloseName = keyof typeof CLOSE;
export type InvitedRole = Exclude<Role, 'presenter'>;

const plural = new Intl.PluralRules('en');
const count = (n: number, one: string, other: string): string =>
  `${n} ${plural.select(n) === 'one' ? one : other}`;

export const en = {
  name: 'The Balint circle',

  phase: {
    gathering: 'Gathering',
    opening: 'Opening',
    follow_up: 'Follow-up',
    call_for_case: 'Call for a case',
    presentation: 'Presentation',
    clarifying_questions: 'Clarifying questions',
    sit_back: 'Sit back',
    reflection: 'Reflection',
    presenter_returns: 'Presenter returns',
    closing: 'Closing',
    ended: 'The end',
  } satisfies Record<Phase, string>,

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
    hear_everything: 'The case is with the group now. You hear everything.',
    imagine: 'What do you imagine, and what do you feel? Speak to each other.',
    hold_the_reflection: 'Keep to imagining and feeling. Bring the patient into the room.',
    return_as_you_like: 'Welcome back. Respond, or simply join in.',
    receive_the_return: 'The presenter is back. Receive what comes.',
    hold_the_return: 'Let the presenter come back as they like. Nothing needs an answer.',
    take_leave: 'Take leave of the case, and of one another.',
    close_without_verdict: 'Thank the presenter. No verdict, no summary.',
    observe: 'You are observing: you hear everything, and nobody hears you.',
    farewell: 'Thank you for being here.',
  } satisfies Record<Guidance, string>,

  role: {
    facilitator: 'facilitator',
    presenter: 'presenter',
    member: 'member',
    observer: 'observer',
  } satisfies Record<Role, string>,

  template: {
    one_case_60: 'One case, 60 minutes',
    one_case_90: 'One case, 90 minutes',
    two_cases_90: 'Two cases, 90 minutes',
  } satisfies Record<Template, string>,

  presence: {
    vacant: 'not here yet',
    here: '',
    coming_back: 'coming back',
    left: 'has left',
  } satisfies Record<Presence, string>,

  /** What a screen reader says of somebody's microphone at their seat. */
  voiceOf: {
    heard: 'microphone open',
    closed_by_person: 'microphone closed',
    closed_by_phase: 'listening in this phase',
    silenced: 'silenced by a facilitator',
    listening: 'listening',
    away: 'away',
  } satisfies Record<Voice, string>,

  /** My own state: the first line is what is, the second what it means. */
  mine: {
    heard: { is: 'The circle hears you', means: 'Your microphone is open.' },
    closed_by_person: { is: 'Your microphone is closed', means: 'Open it when you wish to speak.' },
    closed_by_phase: {
      is: 'You are listening in this phase',
      means: 'The floor is not yours for now.',
    },
    silenced: {
      is: 'A facilitator has silenced you',
      means: 'You can speak again when they lift it.',
    },
    listening: { is: 'You are observing', means: 'You hear everything; nobody hears you.' },
    away: { is: 'You are on your way', means: 'Nobody hears you yet.' },
  } satisfies Record<Voice, { is: string; means: string }>,
  satBack: { is: 'You are listening', means: 'Nobody can hear you until you return.' },
  willOpen: 'Your microphone will open when the floor does.',
  staysClosed: 'Your microphone stays closed when the floor opens.',
  openMicrophone: 'Open my microphone',
  closeMicrophone: 'Close my microphone',
  spaceBar: 'The space bar does this too.',

  microphone: {
    unused: 'You have no microphone on.',
    asking: 'Your browser is asking whether it may use your microphone.',
    ready: '',
    absent: 'No microphone was found. Plug one in, or listen only.',
    forbidden:
      'Your browser does not let this page use a microphone. Allow it in the address bar, or listen only.',
  } satisfies Record<MicrophoneState, string>,
  withoutMicrophone: 'You are listening without a microphone',
  checkMicrophone: 'Check my microphone',
  tryAgain: 'Try again',
  chooseMicrophone: 'Microphone',
  aMicrophone: (n: number) => `Microphone ${n}`,
  level: 'How loud your microphone hears you',
  saySomething: 'Say something: the line should move.',
  headphones: 'Headphones keep the room quiet for everybody.',
  soundBlocked: 'Your browser holds the sound back.',
  turnSoundOn: 'Turn the sound on',

  lobby: {
    title: 'Take your seat',
    titleBack: 'Your seat is kept',
    intro:
      'This link is yours alone: it leads to one seat in the circle, and always to the same one.',
    introBack:
      'You were here a moment ago. Your place, your role and your microphone are as you left them.',
    name: 'Your name, as the others know it',
    nameMissing: 'Please tell the circle your name.',
    openMicrophone: 'Join with my microphone open',
    join: 'Join the circle',
    joinBack: 'Come back to the circle',
    joining: 'Finding your seat',
    retrying: 'The circle cannot be reached yet. Trying again by itself.',
    frame: 'What is said in the circle stays in the circle. Nothing is recorded, ever.',
  },

  connection: {
    connected: 'All connected',
    joining: 'Connecting the sound',
    comingBack: 'Coming back',
    starting: { is: 'Your sound is being connected', means: 'Nobody hears you yet.' },
    back: {
      is: 'You are coming back',
      means: 'Your seat is kept. Nobody hears you meanwhile.',
    },
  },

  notice: {
    ended: 'The meeting is over.',
    not_here: 'You are not in the circle just now.',
    not_yours: 'That belongs to another role.',
    stale: 'Somebody moved first. Here is where the circle is now.',
    no_such_step: 'There is no such step in the plan.',
    no_presenter: 'A case needs a presenter first.',
    out_of_bounds: 'That is more, or less, than a step can be given.',
    already: 'That is already so.',
    no_such_person: 'They are not in the circle just now.',
    no_consent: 'They have not offered a case. Ask them first.',
    case_has_begun: 'The case has begun.',
    sitting_back: 'While you sit back, nobody hears you. You can speak when you return.',
    silenced: 'A facilitator has silenced you. You can speak again when they lift it.',
    not_kept: 'The server could not take that in. Nothing has changed.',
    line_lost: 'Your line is coming back. Please try again in a moment.',
  } satisfies Record<Notice, string>,

  circle: {
    ring: 'People in the circle',
    observers: 'Observers',
    you: 'you',
    offers: 'has a case',
    asked: 'has been asked to present',
    satBack: 'sitting back, outside the circle',
    leave: 'Leave',
    plan: 'The meeting',
    minutesShort: (n: number) => `${n} min`,
    over: 'over',
    paused: 'clock paused',
    timeLeft: 'Time in this phase',
    yourPart: 'Your part',
    sound: 'Sound',
    soundTitle: 'Your sound',
    close: 'Close',
  },

  leading: {
    title: 'Leading',
    next: (phase: string) => `Next: ${phase}`,
    back: (phase: string) => `Back to ${phase}`,
    needsPresenter: 'The next step needs a presenter.',
    skipTo: (phase: string) => `Skip to ${phase}`,
    fewer: '1 minute less',
    more: (n: number) => count(n, 'minute more', 'minutes more'),
    pause: 'Pause the clock',
    resume: 'Let the clock run',
    cases: 'Who has a case?',
    makePresenter: (name: string) => `Make presenter: ${name}`,
    askToPresent: 'Ask to present',
    namePresenter: 'Make presenter',
    silence: 'Silence',
    liftSilence: 'Lift the silence',
    atSeat: (name: string) => `What you can do for ${name}`,
    end: 'End the meeting',
    endTitle: 'End the meeting for everybody?',
    endText:
      'The circle closes and cannot be opened again. Attendance and phase times remain, nothing else.',
    endYes: 'End the meeting',
    endNo: 'Stay',
  },

  cases: {
    offer: 'I have a case',
    withdraw: 'Take my offer back',
    offered: 'The facilitators know that you have a case.',
    named: 'You are the presenter of the coming case.',
    asked: 'The facilitators ask whether you would present a case.',
    accept: 'Yes, I will present',
    decline: 'Not this time',
  },

  closed: {
    BAD_MESSAGE: {
      title: 'This page and the server misunderstood each other',
      text: 'Your seat is kept. Loading the page anew usually helps.',
    },
    TOO_SLOW: { title: 'The line was too slow', text: 'Your seat is kept.' },
    TOO_MANY: {
      title: 'That was too much at once',
      text: 'The server closed the line to protect the circle. Your seat is kept.',
    },
    NOT_INVITED: {
      title: 'This invitation does not open a circle here',
      text: 'Perhaps a part of the link got lost. Please ask your facilitator for it again.',
    },
    NO_CIRCLE: {
      title: 'This circle is not here any more',
      text: 'Its meeting is over, or it was never used. Your facilitator can open a new one.',
    },
    NAME_NEEDED: {
      title: 'The circle needs a name for you',
      text: 'One that the others know you by, of up to 40 characters.',
    },
    REPLACED: {
      title: 'You are in the circle in another window',
      text: 'A seat holds one person in one place. This window is quiet now.',
    },
    ENDED: {
      title: 'The meeting is over',
      text: 'Thank you for being here. What was said stays in the circle; nothing of it was kept.',
    },
    GOODBYE: {
      title: 'You have left the circle',
      text: 'Your seat is kept. The same link leads back to it while the meeting lasts.',
    },
    LOST_SOUND: { title: 'The sound was lost', text: 'Your seat is kept.' },
    CIRCLE_FAILED: { title: 'The circle stopped for a moment', text: 'Your seat is kept.' },
    FULL: { title: 'The server is full just now', text: 'Your seat is kept.' },
  } satisfies Record<CloseName, { title: string; text: string }>,
  comeBack: 'Come back to the circle',
  takeSeatHere: 'Take the seat here',
  toFront: 'To the front page',

  front: {
    title: 'A quiet room for Balint work',
    lead: 'One of you brings a case, then moves the chair back and only listens. The others imagine and feel aloud. Then the presenter returns.',
    points: [
      {
        title: 'Silence that holds',
        text: 'Who sits back is silenced by the server itself. No second window, no lost line undoes it.',
      },
      {
        title: 'Time that is soft',
        text: 'Your facilitators set the pace. The clock counts on, and never cuts anybody off.',
      },
      {
        title: 'Nothing kept',
        text: 'No recording, no chat, no account. Attendance and phase times, and not a word of the case.',
      },
    ],
    form: 'Open a circle',
    circleTitle: 'What is this circle called?',
    titleExample: 'Tuesday group, March',
    template: 'Meeting',
    seats: 'Seats in all',
    facilitators: 'Facilitators',
    observers: 'Observers',
    members: (n: number) => `That leaves ${count(n, 'seat for a member', 'seats for members')}.`,
    noMembers: 'That leaves no seat for a member.',
    key: 'Opening key',
    keyHint: 'On this server, circles are opened with a key. Its keeper can give it to you.',
    create: 'Open the circle',
    creating: 'Opening the circle',
    unreachable: 'The server did not answer. Please try again in a moment.',
  },

  links: {
    title: 'Your circle is ready',
    explain:
      'Each link is one person’s seat. Give every person their own: whoever opens a link takes that seat. The first one is yours.',
    once: 'They are shown only here and only now, so copy them before you go.',
    group: {
      facilitator: 'Facilitators',
      member: 'Members',
      observer: 'Observers',
    } satisfies Record<InvitedRole, string>,
    seat: (n: number) => `Seat ${n}`,
    copy: 'Copy the link',
    copyFor: (seat: number) => `Copy the link of seat ${seat}`,
    copied: 'Copied',
    copyAll: 'Copy all links',
    takeSeat: 'Take my seat',
    another: 'Open another circle',
  },
};
