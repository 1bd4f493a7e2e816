/** The demonstration's circle: its name, what stands after a synthetic person's, and what the door says. */
export const demo = {
  demo: {
    title: 'Synthetic circle',
    synthetic: 'synthetic',
    sentence:
      'This is a demonstration. Whoever is marked as synthetic is a computer’s voice; the patient and the case are invented. Voices are not sealed from end to end here: this server could hear them. So tell of no real patient.',
  },
};
