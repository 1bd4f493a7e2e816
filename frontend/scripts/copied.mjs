// Sentences that stand word for word in another language too: copied with its folder, and not translated yet.
import { globSync } from 'node:fs';
import { ROOT, sentencesOf } from './sentences.mjs';

/** Neighbours share short phrases: “Mostrar esta lista” is Spanish and Portuguese. */
const SPACES_MIN = 3;

const isSentence = (said) => (said.match(/ (?=\p{L})/gu) ?? []).length >= SPACES_MIN;

/** English alone says of which type each part is that completes a sentence. */
const withoutParts = (said) => said.replace(/^\([^)]*\) => /, '');

/** Each with its place, and the first language that says the same there. */
export function copied(language) {
  const tags = globSync('*/everywhere', { cwd: ROOT }).map((folder) => folder.split('/')[0]);
  const others = tags.filter((tag) => tag !== language).sort();
  const theirs = others.map((tag) => [tag, sentencesOf(tag)]);
  return [...sentencesOf(language)].flatMap(([place, text]) => {
    const said = withoutParts(text);
    const isSame = ([, sentences]) => withoutParts(sentences.get(place) ?? '') === said;
    const as = isSentence(said) && theirs.find(isSame)?.[0];
    return as ? [{ place, said, as }] : [];
  });
}
