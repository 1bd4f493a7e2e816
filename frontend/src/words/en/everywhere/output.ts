/** Where somebody hears the circle, and whether they do. */
export const output = {
  hearing: {
    missing: (name: string) =>
      `${name} was not found. You hear the circle by the output that your system chose.`,
    something: 'The device you heard the circle with',
    check: 'Check how I hear',
  },
};
