/** What is typed on a group's page and not kept. Whoever would leave the page is asked first. */
class Unkept {
  /** Where somebody is about to go, while they are asked. */
  going = $state.raw<(() => void) | null>(null);
  readonly #forms = new Set<() => boolean>();

  /** From now on this form says whether it has any of it, until the returned function is called. */
  watches(form: () => boolean): () => void {
    this.#forms.add(form);
    return () => void this.#forms.delete(form);
  }

  get any(): boolean {
    return [...this.#forms].some((form) => form());
  }

  /** Goes there, which leaves the page: at once, or when the person agrees. */
  leaves(go: () => void): void {
    if (this.any) this.going = go;
    else go();
  }
}

/** This page's. */
export const unkept = new Unkept();
