import type { output as en } from '../../en/everywhere/output';

export const output: typeof en = {
  hearing: {
    missing: (name) =>
      `${name} is niet gevonden. Je hoort de kring waar je systeem het geluid afspeelt.`,
    something: 'Waarmee je de kring hoorde',
    check: 'Testen hoe ik hoor',
  },
};
