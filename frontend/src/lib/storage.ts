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
