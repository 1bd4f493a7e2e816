import { anywhere } from '../words/en/everywhere/anywhere';
import { language } from '../words/en/everywhere/language';
import { leaving } from '../words/en/everywhere/leaving';
import { lobby } from '../words/en/everywhere/lobby';
import { microphone } from '../words/en/everywhere/microphone';
import { output } from '../words/en/everywhere/output';
import { phases } from '../words/en/everywhere/phases';

/** What is read in every part of the page, and what the lobby of a circle says. */
export const en = {
  ...language,
  ...anywhere,
  ...lobby,
  ...microphone,
  ...output,
  ...leaving,
  ...phases,
};
