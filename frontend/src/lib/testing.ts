import type { FromBrowser, ToBrowser } from '../protocol';

/** Every socket the page has made, oldest first. */
export const sockets: FakeSocket[] = [];

/** A WebSocket that does only what the test says. */
export class FakeSocket {
  static readonly OPEN = 1;
  readyState = 0;
  closed = false;
  readonly sent: FromBrowser[] = [];
  onopen: (() => void) | null = null;
  onmessage: ((event: { data: string }) => void) | null = null;
  onclose: ((event: { code: number }) => void) | null = null;

  constructor(readonly url: string) {
    sockets.push(this);
  }

  send(text: string): void {
    this.sent.push(JSON.parse(text) as FromBrowser);
  }

  close(): void {
    this.closed = true;
    this.readyState = 3;
  }

  opens(): void {
    this.readyState = FakeSocket.OPEN;
    this.onopen?.();
  }

  says(message: ToBrowser): void {
    this.onmessage?.({ data: JSON.stringify(message) });
  }

  dies(code: number): void {
    this.readyState = 3;
    this.onclose?.({ code });
  }
}
