import { announcer, type About } from './announcer.svelte';

/** What it says: its sentences, without the buttons among them. */
function wordsOf(element: HTMLElement): string {
  const sentences = [...element.querySelectorAll('p')];
  return (sentences.length > 0 ? sentences : [element])
    .map(({ textContent }) => textContent.replace(/\s+/g, ' ').trim())
    .join(' ');
}

/** Which language it says that it is in, or what it stands in. */
const languageOf = (element: HTMLElement): string | undefined =>
  element.closest<HTMLElement>('[lang]')?.lang;

/**
 * For a text that is seen anyway: what it says is told to those who do not see it too, now and whenever it changes. What has
 * not been told when the text goes is not told any more.
 * Live regions of many components would speak across each other; the page's one voice says one thing after another.
 */
export function announced(about: About = 'mine'): (element: HTMLElement) => () => void {
  return (element) => {
    let told = '';
    const look = (): void => {
      const text = wordsOf(element);
      if (text !== told) announcer.say(text, about, languageOf(element), told);
      told = text;
    };
    const observer = new MutationObserver(look);
    observer.observe(element, { childList: true, characterData: true, subtree: true });
    look();
    return () => {
      observer.disconnect();
      announcer.say('', about, undefined, told);
    };
  };
}
