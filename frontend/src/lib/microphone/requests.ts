import { stop, type Captured } from './capture';

/** What is asked of the browser, one after the other. What it gives to any request but the last one is given back. */
export class Requests {
  pending = false;
  #last = 0;

  begin(): number {
    this.pending = true;
    return ++this.#last;
  }

  isLast(request: number): boolean {
    return request === this.#last;
  }

  /** Whether this is the answer that is waited for. */
  settle(request: number, got: Captured): boolean {
    if (this.isLast(request)) {
      this.pending = false;
      return true;
    }
    if ('stream' in got) stop(got.stream);
    return false;
  }

  /** Whatever comes now is given back. */
  cancel(): void {
    this.#last++;
    this.pending = false;
  }
}
