/** A fishbowl: an inner circle that speaks while a case runs, and an outer one that listens. */
export const fishbowl = {
  fishbowl: {
    outer: 'outer circle',
    listens: 'You listen. The inner circle is heard.',
    sit_outside: 'Sit in the outer circle',
    sit_inside: 'Sit in the inner circle',
  },
};
