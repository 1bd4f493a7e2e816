import { count } from '../count';

/** What facilitators have beside the ring: the clock, the cases that are offered, both circles of a fishbowl, and the door. */
export const tools = {
  clock: {
    title: 'Time',
    ends: (time: string) => `The meeting ends at about ${time}.`,
    wouldEnd: (time: string) => `Begun now, the meeting ends at about ${time}.`,
    thisStep: 'This step',
    change: (n: number) => (n < 0 ? `−${-n} min` : `+${n} min`),
    pause: 'Pause the clock',
    resume: 'Start the clock',
    behind: (n: number) => `The meeting is ${count(n, 'minute', 'minutes')} behind.`,
    take: (n: number) => `Take ${n} from the reflection`,
    youKeep: 'You keep the clock.',
    keeps: (name: string) => `${name} keeps the clock.`,
    takeClock: 'Take the clock',
  },

  offers: {
    title: 'Case',
    cases: 'Who has a case?',
    hasCase: (name: string) => `${name} has a case.`,
    nextTime: 'Other cases offered',
  },

  places: {
    nobody: 'Nobody sits in the outer circle.',
    change: 'Swap the two circles',
  },

  door: {
    title: 'Door',
    close: 'Close the door',
    open: 'Open the door',
    isOpen: 'Open to whoever is invited.',
    isClosed: 'Closed: whoever comes now has to knock.',
    notHere: (n: number) => `Invited, not here yet (${n})`,
    empty: (seat: number, role: string) => `Seat ${seat}, ${role}: nobody yet`,
    cannotCome: 'cannot come',
    seat: (seat: number) => `seat ${seat}`,
  },
};
