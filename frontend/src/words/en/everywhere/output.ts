/** Where somebody hears the circle, and whether they do. */
export const output = {
  hearing: {
    missing: (name: string) =>
      `${name} is not plugged in. You hear the circle where your system plays.`,
    something: 'What you heard the circle by',
    check: 'Check how I hear',
  },
};
