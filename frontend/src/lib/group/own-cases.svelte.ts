import { SvelteSet } from 'svelte/reactivity';
import type { GroupView } from '../../protocol';
import { inBrowser } from '../storage';

const KEY = 'own-cases';

/** The cases of a group that its person has presented. Only this browser keeps that: the server links no case to anybody. */
export class OwnCases {
  readonly #numbers: SvelteSet<number>;

  /** `group` is the group's own name in calendars, which stays the same for ever. */
  constructor(private readonly group: string) {
    this.#numbers = new SvelteSet(all()[group] ?? []);
  }

  has(number: number): boolean {
    return this.#numbers.has(number);
  }

  /** Whether it outlives this page. */
  mark(number: number, own: boolean): boolean {
    if (own) this.#numbers.add(number);
    else this.#numbers.delete(number);
    return keep(this.group, [...this.#numbers]);
  }
}

/** Forgets them, with the group. */
export function forgetOwnCases(group: string): void {
  keep(group, []);
}

/** What names this group to this browser; null before it has a date. A link can be renewed, this stays. */
export function uidOf({ meetings }: GroupView): string | null {
  return meetings[0]?.circle.split('/')[0] ?? null;
}

function keep(group: string, numbers: number[]): boolean {
  const { [group]: _, ...others } = all();
  const left = numbers.length > 0 ? { ...others, [group]: numbers } : others;
  if (Object.keys(left).length > 0) return inBrowser.set(KEY, JSON.stringify(left));
  inBrowser.remove(KEY);
  return true;
}

/** What cannot be read is as good as nothing. */
function all(): Record<string, number[]> {
  try {
    const kept: unknown = JSON.parse(inBrowser.get(KEY) ?? '{}');
    const entries = Object.entries(kept ?? {}).filter(([, each]) => Array.isArray(each));
    return Object.fromEntries(entries);
  } catch {
    return {};
  }
}
