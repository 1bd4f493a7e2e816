import type { ClockView } from '../protocol';

const SAMPLES = 20;

interface Sample {
  roundTripMs: number;
  offsetMs: number;
}

/** The server's time as far as this page can know it: the offset told by the quickest of the last few pings. */
export class ServerClock {
  #samples: Sample[] = [];
  #doubtedMs = -Infinity;

  /** Takes in the answer to a ping. All three are milliseconds; `sent` and `received` by this page's own clock. */
  learn(sentMs: number, receivedMs: number, serverMs: number): void {
    if (sentMs < this.#doubtedMs) return;
    const roundTripMs = receivedMs - sentMs;
    const offsetMs = serverMs - (sentMs + receivedMs) / 2;
    this.#samples = [...this.#samples.slice(1 - SAMPLES), { roundTripMs, offsetMs }];
  }

  /**
   * After a lost line or a sleep this page's clock may have stood still meanwhile, and what is still on its way is of
   * before. The newest sample stands in until there is a new one, and then counts for nothing.
   */
  doubt(nowMs: number): void {
    this.#doubtedMs = nowMs;
    this.#samples = this.#samples.slice(-1).map((sample) => ({ ...sample, roundTripMs: Infinity }));
  }

  /** The quickest of the last few round trips; infinite where none is known since the last doubt. */
  get roundTripMs(): number {
    return Math.min(...this.#samples.map((sample) => sample.roundTripMs));
  }

  /** The server's time when this page's clock shows `ownMs`; until the first answer, its best guess. */
  at(ownMs: number): number {
    const best = this.#samples.reduce<Sample | undefined>(
      (least, sample) => (least && least.roundTripMs < sample.roundTripMs ? least : sample),
      undefined,
    );
    return ownMs + (best?.offsetMs ?? performance.timeOrigin);
  }
}

/** What is left of the running step, in signed milliseconds. A paused clock stands still. */
export function leftMs(clock: ClockView, serverMs: number): number {
  return clock.ends_at_ms === null ? (clock.left_ms ?? 0) : clock.ends_at_ms - serverMs;
}

/** Minutes and seconds of a signed time, and whether it is over. A step of 7 minutes begins at 7:00. */
export function digits(ms: number): { text: string; over: boolean } {
  const over = ms <= -1000;
  const seconds = over ? Math.floor(-ms / 1000) : Math.max(0, Math.ceil(ms / 1000));
  const text = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
  return { text, over };
}

/** How soon after this time of the server other digits are to be shown: never later than in a second, paused or not. */
export function digitsChangeInMs(clock: ClockView, serverMs: number): number {
  if (clock.ends_at_ms === null) return 1000;
  const left = leftMs(clock, serverMs);
  return left - 1000 * (Math.ceil(left / 1000) - 1);
}

/**
 * How much of the step is left, from 1 down to 0, in three hundredths: finer steps nobody sees. Each is a repaint, so that
 * none is shorter than two seconds.
 */
export function fraction(ms: number, minutes: number): number {
  if (minutes === 0) return 0;
  const parts = Math.min(300, 30 * minutes);
  return Math.round(Math.min(1, Math.max(0, ms / (minutes * 60_000))) * parts) / parts;
}
