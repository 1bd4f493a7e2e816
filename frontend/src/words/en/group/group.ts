import type { OddTime, Role } from '../../../protocol';
import { count } from '../count';

/** A standing group, as every one of its people sees it. */
export const group = {
  looking: 'Looking for your group',
  kept: 'Kept.',
  asking: 'Waiting for the server',
  unreachable:
    'The server did not answer. Whether this was kept shows on this page as soon as it answers again.',
  unread:
    'The server does not answer just now. What you see is as it was before; this page goes on trying.',
  notRead: 'Your group cannot be read just now',
  goesOn: 'Nothing of it is lost. This page goes on trying.',
  again: 'Try now',
  you: (name: string, role: string) => `You are here as ${name}, ${role}.`,
  role: {
    facilitator: 'facilitator',
    presenter: 'member',
    member: 'member',
    observer: 'observer',
  } satisfies Record<Role, string>,

  closed: {
    not_invited: {
      title: 'This link opens no group',
      text: 'It may have been renewed or withdrawn, its meeting may be cancelled or over, or a part of it was lost on the way. Opening it has changed nothing. Ask a facilitator of the group for your link.',
    },
    erased: {
      title: 'This group is not here any more',
      text: 'It was erased, with everything that was kept of it. What you have downloaded stays with you. If you did not expect this, ask whoever facilitated it.',
    },
    left: {
      title: 'You have left the group',
      text: 'Your name is taken out, and your link opens the group no more. Your minutes stay in its records, without a name.',
    },
  },

  /** Asked before a page is left on which something is typed. */
  unkept: {
    title: 'Leave this page?',
    text: 'Something that you have typed here is not kept yet. If you leave, it is lost.',
    yes: 'Leave the page',
    no: 'Stay here',
  },

  meeting: {
    next: 'The next meeting',
    today: 'You can enter now',
    none: 'No date is planned.',
    others: 'Other dates',
    on: (day: string, hours: string) => `${day}, ${hours}`,
    there: (place: string, day: string, hours: string) => `In ${place}: ${day}, ${hours}`,
    odd: {
      skipped: 'The clocks are set forward over this time, so the meeting begins that much later.',
      twice: 'The clocks are set back over this time, so it comes twice: the first one is meant.',
    } satisfies Record<OddTime, string>,
    moved: 'This date has been changed.',
    cancelled: 'This date is cancelled.',
    enter: 'Enter the meeting',
    opens: 'You can enter from 30 minutes before it begins.',
    acceptFirst: 'You can enter once you have accepted what the group agrees on.',
    absent: 'I cannot come',
    absentOn: (day: string) => `I cannot come on ${day}`,
    comes: 'I can come after all',
    comesOn: (day: string) => `I can come after all, on ${day}`,
    saidAbsent: 'You have said that you cannot come.',
    sayAgain:
      'The date was moved after you had said that you cannot come. Please say so again if you cannot come at the new time either.',
    noReason: 'No reason is asked for. The facilitators see it, and you can take it back.',
  },

  guests: {
    member: (name: string) => `${name} would like to come as a guest.`,
    observer: (name: string) => `${name} would like to observe: to hear, without a voice.`,
    all: 'They come in only if everybody who comes agrees.',
    first:
      'You said that you cannot come, so the others agreed to this without you. You can enter once you agree too.',
    agree: (name: string) => `I agree to ${name}`,
    agreed: (name: string) => `You agree to ${name}.`,
    takeBack: 'Take it back',
  },

  terms: {
    isNew: 'Read this, and accept it if you agree. You can enter the group’s meetings then.',
    accept: 'I accept this',
    quorum: (n: number) => `We meet if ${n} of us or more can come.`,
    closed: 'We are always the same people.',
    open: 'New people may join us.',
    kept: (n: number) =>
      `Who was there, and for how long, is kept for ${count(n, 'month', 'months')}, for certificates. That somebody could not come is kept until 30 days after the meeting.`,
    fairTurn: 'If everybody agrees, the date when each of us last presented is noted.',
    endCard: 'After a meeting each of us may say without a name what it was like.',
    quarterly: 'Once a quarter each of us may say without a name how work is.',
  },

  calendar: {
    title: 'In my calendar',
    download: 'Download the dates',
    follows: 'An address that my calendar follows',
    means:
      'Your calendar reads the dates there, and sees when one is moved or cancelled. It opens no meeting. Keep it to yourself.',
    make: 'Make the address',
    show: 'Show the address',
    renew: 'Make a new address',
    renewMeans: 'The old address stops working then.',
    copy: 'Copy the address',
  },

  attendance: {
    title: 'My attendance',
    none: 'No meeting has been held yet.',
    minutes: (n: number) => count(n, 'minute', 'minutes'),
    notThere: 'not there',
    confirmed: 'confirmed',
    unconfirmed: 'not confirmed yet',
    lapsed: 'was not confirmed in time',
    corrected: 'corrected',
    inPerson: 'in person',
    certificate: 'Certificate of attendance',
    onlyConfirmed: 'It lists the meetings that a facilitator has confirmed.',
    from: 'From',
    until: 'To',
    number: 'Your number with a professional body, if it asks for one',
    numberMeans: 'It is printed on the certificate, and kept nowhere.',
    download: 'Download the certificate',
    print: 'Print it from here',
    takeFirst:
      'Certificates and logs have to be downloaded first. Afterwards it is not possible any more.',
    noSpan: 'The first day comes after the last one. Please choose them again.',
  },

  cards: {
    meeting: 'What was this meeting like for you?',
    choices: [
      'I take a lot with me',
      'I take something with me',
      'I take little with me',
      'It was hard for me',
    ],
    counts: 'What the meeting was like',
    anonymous: (quarterly: boolean) =>
      `Nobody in the group is shown who answered what. Counts are shown once, after ${quarterly ? 'the quarter' : 'two days'}, and only if five or more have answered. Until then the server keeps the counts, and who has answered: whoever runs it may be able to tell who answered what.`,
    /** The single item of the Physician Work Life Study, word for word. */
    quarter:
      'Overall, based on your definition of burnout, how would you rate your level of burnout?',
    quarterly: [
      'I enjoy my work. I have no symptoms of burnout.',
      'Occasionally I am under stress, and I don’t always have as much energy as I once did, but I don’t feel burned out.',
      'I am definitely burning out and have one or more symptoms of burnout, such as physical and emotional exhaustion.',
      'The symptoms of burnout that I’m experiencing won’t go away. I think about frustration at work a lot.',
      'I feel completely burned out and often wonder if I can go on. I am at the point where I may need some changes or may need to seek some sort of help.',
    ],
    quarterTitle: 'How work is',
    quarterOf: (quarter: string) => `The quarter ${quarter}`,
    answer: 'Give this answer',
    answered: 'You have answered. Thank you.',
    times: (choice: string, n: number) => `${choice}: ${n}`,
  },

  turns: {
    title: 'When I presented last',
    share: 'Note the date when I present',
    means:
      'It begins once everybody in the group agrees. You see your date, and the facilitators see it; if there was only one case that day, the date shows that it was yours. If you take your consent back, your date is erased.',
    last: (day: string) => `You presented last on ${day}.`,
    never: 'You have not noted that you presented.',
    waits: 'Not everybody agrees, so nothing is noted, and dates noted before are not shown.',
    presented: 'I presented in this meeting',
  },

  cases: {
    title: 'Earlier cases',
    means:
      'Of each case its number and its date are kept here, never what was told. Tick those that you presented: only this browser keeps that.',
    of: (number: number, day: string) => `Case ${number}, ${day}`,
    older: 'Older cases',
  },

  mail: {
    title: 'My mail',
    means:
      'The group’s dates are written to you when one is moved or cancelled, and you can have a lost link sent again. Nobody in the group sees your address.',
    address: 'Your address',
    given: (address: string) => `Mail goes to ${address}.`,
    note: 'Send me a code',
    codeSent: (address: string) =>
      `A code is on its way to ${address}. Type it here within a day: until then nothing else is sent there. If it does not come, look among the unwanted mail.`,
    code: 'The code',
    prove: 'This address is mine',
    wrongCode: 'This is not the code. There are five tries in all.',
    codeOver:
      'The code was typed wrongly five times, and is not taken any more. You can give another address now, or this one again in 24 hours.',
    erase: 'Send me no more mail',
  },

  myself: {
    title: 'This browser and me',
    link: 'My own link',
    linkMeans:
      'It is yours alone, for all meetings: whoever has it comes in as you. Open it on your other devices, and send it to nobody else.',
    copyLink: 'Copy my link',
    linkAsQr: 'QR code of my link',
    remember: 'Remember this group in this browser',
    rememberMeans:
      'The front page leads you to it then, without your link. Not on a shared device.',
    rememberKey: 'The key to your sealed meetings is kept with it.',
    safari: 'Safari forgets this after a week without a visit: keep your link, too.',
    forget: 'Forget this group in this browser',
    notRemembered: 'This browser keeps nothing for this page. Keep your link where you find it.',
    export: 'Download what is kept of me',
    leave: 'Take my name out of the group',
    leaveTitle: 'Leave the group?',
    leaveText:
      'Your name is taken out, and your link stops working. Your minutes stay in the records, without a name. A facilitator can invite you again.',
    leaveYes: 'Leave the group',
    leaveNo: 'Stay',
  },

  people: {
    title: 'Who we are',
  },

  guest: {
    title: (group: string) => `A meeting of “${group}”`,
    invited: {
      facilitator: 'You are invited.',
      presenter: 'You are invited.',
      member: 'You are invited as a guest, for this one meeting.',
      observer: 'You are invited to observe this one meeting: you hear, and nobody hears you.',
    } satisfies Record<Role, string>,
    agreed: 'You can come in if everybody who comes has agreed.',
    waits: 'The meeting before it is not over yet. You can come in once it is.',
    over: 'The time to enter this meeting is over. If you are invited again, you are sent another link.',
  },

  /** Facilitators are not told to ask one. */
  key: {
    missing: (leads: boolean) =>
      `This group’s meetings are sealed, and your link has lost its key: the part after the ~. Open the link as it was sent to you, or ask ${leads ? 'another facilitator' : 'a facilitator'} to send it again. Your dates and your attendance are here all the same.`,
    broken: (leads: boolean) =>
      `This group’s meetings are sealed, and the key in your link is not right: a character is missing, or wrong. Copy the whole link once more, or ask ${leads ? 'another facilitator' : 'a facilitator'} to send it again. Your dates and your attendance are here all the same.`,
    other: (leads: boolean) =>
      `This group’s meetings are sealed, and your link has the key of another group, or an earlier key of this one. Ask ${leads ? 'another facilitator' : 'a facilitator'} to send you your link again. Your dates and your attendance are here all the same.`,
    sent: (leads: boolean) =>
      `The key in your link has been sent to the server, for the link was rewritten on its way. Whoever runs the server could listen. ${leads ? 'To be sure, give the group another key, and send the links in another way.' : 'Ask a facilitator to give the group another key.'}`,
    unable: () =>
      'This group’s meetings are sealed, and this page cannot read keys here: that takes a newer browser, and an address that begins with https.',
  },
};
