import type { GroupView } from '../../protocol';
import { inBrowser } from '../storage';

const KEY = 'own-cases';

/** Of each group, as this browser keeps them. They stand for this page alone where it keeps nothing. */
let kept: Record<string, number[]> = $state.raw({});

/** The cases of a group that its person has presented. Only this browser keeps these ticks: the server has none. */
export class OwnCases {
  /** `group` is the group's own name in calendars, which stays the same for ever. */
  constructor(private readonly group: string) {
    this.read();
  }

  /** Again, where another window may have changed them. */
  read(): void {
    kept = all();
  }

  has(number: number): boolean {
    return this.#numbers.includes(number);
  }

  /** Whether it outlives this page. */
  mark(number: number, own: boolean): boolean {
    this.read();
    const others = this.#numbers.filter((each) => each !== number);
    return keep(this.group, own ? [...others, number] : others);
  }

  get #numbers(): number[] {
    return kept[this.group] ?? [];
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
  kept = numbers.length > 0 ? { ...others, [group]: numbers } : others;
  if (Object.keys(kept).length > 0) return inBrowser.set(KEY, JSON.stringify(kept));
  inBrowser.remove(KEY);
  return true;
}

function all(): Record<string, number[]> {
  const entries = Object.entries(inBrowser.read(KEY) ?? {});
  return Object.fromEntries(entries.filter(([, each]) => Array.isArray(each)));
}
