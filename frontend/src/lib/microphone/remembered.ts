import { inBrowser } from '../storage';
import type { Choice } from './devices';

const KEY = 'microphone';

/** The microphone that was chosen in this browser before; null where none was. */
export function remembered(): Choice | null {
  const kept = inBrowser.read(KEY) as Partial<Choice> | null;
  if (typeof kept?.id !== 'string' || typeof kept.label !== 'string') return null;
  return { id: kept.id, group: kept.group ?? '', label: kept.label };
}

export function remember({ id, group, label }: Choice): void {
  inBrowser.set(KEY, JSON.stringify({ id, group, label }));
}
