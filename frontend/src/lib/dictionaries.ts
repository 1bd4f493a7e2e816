/** The words of a part of the page in every language but English, by their paths: `../words/de/circle/index.ts`. */
export type Areas = Record<string, () => Promise<unknown>>;

/** The whole tag of a language: the one Portuguese that there is, is Portugal's. */
export const tagOf = (folder: string): string => (folder === 'pt' ? 'pt-PT' : folder);

const languageOf = (path: string): string => tagOf(/\/words\/([^/]+)\//.exec(path)![1]!);

/** The tags (BCP 47) of the languages that have a folder of their own. */
export function languagesOf(areas: Areas): string[] {
  return [...new Set(Object.keys(areas).map(languageOf))];
}

/** All that these areas say in this language, or nothing where there are none. */
export async function dictionaryOf(areas: Areas, language: string): Promise<object> {
  const own = Object.entries(areas).filter(([path]) => languageOf(path) === language);
  const files = await Promise.all(own.map(([, load]) => load()));
  const spoken = files.flatMap((file) => Object.values(file as Record<string, object>));
  return Object.assign({}, ...spoken) as object;
}
