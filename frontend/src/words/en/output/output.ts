/** The choice where somebody hears the circle, and a sound to try it by. */
export const output = {
  where: 'Headphones or loudspeakers',
  system: 'As your system chooses',
  onlySystem: 'Your system chooses where you hear the circle.',
  choose: 'Choose headphones or loudspeakers',
  refused: (name: string) => `${name} could not be used. Nothing has changed.`,
  anOutput: (n: number) => `Output ${n}`,
  test: 'Play a soft test sound',
  played:
    'A soft sound was played. If you did not hear it, choose another output or turn up your device.',
  notPlayed: 'Your browser did not play it. Press again.',
};
