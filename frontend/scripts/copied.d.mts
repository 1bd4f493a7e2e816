export function copied(language: string): { place: string; said: string; as: string }[];
