/**
 * What a browser keeps for this page. Storage that is denied, full or broken breaks nothing: what it does not take is kept
 * here, until the page goes. Safari deletes it after seven days of use without a visit (https://webkit.org/blog/10218).
 */
export class SafeStorage {
  readonly #untaken = new Map<string, string>();

  constructor(private readonly storage: () => Storage) {}

  get(key: string): string | null {
    return this.#untaken.get(key) ?? this.#tried((storage) => storage.getItem(key)) ?? null;
  }

  /** Whether what was set outlives this page. */
  set(key: string, value: string): boolean {
    const taken = this.#tried((storage) => (storage.setItem(key, value), true)) ?? false;
    if (taken) this.#untaken.delete(key);
    else this.#untaken.set(key, value);
    return taken;
  }

  /** What is kept as JSON. What cannot be read is as good as nothing. */
  read(key: string): unknown {
    try {
      return JSON.parse(this.get(key) ?? 'null');
    } catch {
      return null;
    }
  }

  /** The list that is kept so. */
  list(key: string): unknown[] {
    const list = this.read(key);
    return Array.isArray(list) ? (list as unknown[]) : [];
  }

  /** Keeps it so, and nothing of an empty one. Whether what is set outlives this page. */
  keep(key: string, list: unknown[]): boolean {
    if (list.length > 0) return this.set(key, JSON.stringify(list));
    this.remove(key);
    return true;
  }

  remove(key: string): void {
    this.#untaken.delete(key);
    this.#tried((storage) => storage.removeItem(key));
  }

  /** Even to name the storage throws where a person has denied it. */
  #tried<T>(use: (storage: Storage) => T): T | undefined {
    try {
      return use(this.storage());
    } catch {
      return undefined;
    }
  }
}

/** Kept for this tab, also over a reload. */
export const inTab = new SafeStorage(() => sessionStorage);

/** Kept in this browser until it is removed. */
export const inBrowser = new SafeStorage(() => localStorage);
