/** What facilitators have together. */
export const together = {
  together: {
    title: 'Co-facilitator',
    tell: 'Tell my co-facilitator',
    youSay: (signal: string) => `You: ${signal}`,
    hint: 'Mark who has not been heard yet',
    cards: 'Sentences at hand',
    show: 'Show this to the circle',
  },
};
