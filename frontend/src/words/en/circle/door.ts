/** What is said at the door of a running circle, and before somebody leaves it. */
export const door = {
  waiting: {
    title: 'You are at the door',
    open: 'A facilitator can let you in.',
    closed: 'The circle has closed its door. Only a facilitator can let you in.',
    asked: 'The circle is asked whether you may observe. Then a facilitator can let you in.',
    sent: 'A facilitator has sent you to the door, and can let you in again.',
    yourself: 'Your seat is taken just now. You are asked there whether this is you.',
    nobody:
      'No other facilitator is here. You come in by yourself within two minutes; under the name that you had here, at once.',
    quiet: 'Nobody hears you here, and you hear nobody.',
  },

  /** Asked while the meeting runs, before the person is taken elsewhere by their own hand. */
  askedToLeave: {
    title: 'Leave the circle?',
    back: 'You went back in this window. The meeting goes on meanwhile. If you leave, your seat is kept, and the same link leads back to it.',
    onward:
      'You opened another link in this window. The meeting goes on meanwhile. If you leave, your seat is kept, and the link of this circle leads back to it.',
    yes: 'Leave the circle',
    no: 'Stay',
  },
};
