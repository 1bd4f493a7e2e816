import { afterEach, beforeEach, expect, it, vi } from 'vitest';

import type { Introduced } from '../../protocol';
import { toBase64url } from './base64url';
import type { Bytes } from './bytes';
import { CircleKeys, isOwn } from './circle-keys';
import type { EncodedFrame } from './in-order';
import { newSecret } from './link-key';
import type { FromWorker } from './messages';
import { PageKey, proofOf } from './page-key';
import { REFUSED_MAX } from './refusals';
import { SILENCE } from './sealing';
import { decodedHeader } from './sframe-header';
import { SealedVoices } from './voices';

const WORD = new Uint8Array([0x78, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
const secret = newSecret();
let nowMs: number;
let pages: Page[];

/** One page: its worker, and what it has said to the server, which passes it on as it is. */
class Page {
  introduced: Introduced | null = null;
  room = 'circle';
  /** How often it has handed keys over. */
  handed = 0;
  /** The seats whose voices cannot be opened here, as the page has been told. */
  unopened: number[][] = [];
  readonly voices: SealedVoices;
  readonly #says: (clear: Bytes) => Promise<Bytes>;
  readonly #hears = new Map<number, (came: Bytes) => Promise<Bytes>>();

  constructor(readonly seat: number) {
    this.voices = new SealedVoices(
      (message) => this.#told(message),
      () => nowMs,
    );
    this.#says = this.#way('seal', seat);
    void this.voices.hear({ type: 'begin', secret });
  }

  async enters(): Promise<void> {
    await this.voices.hear({ type: 'seated', seat: this.seat });
    pages.push(this);
    await everybodyIsTold();
  }

  says(): Promise<Bytes> {
    return this.#says(WORD);
  }

  hears(seat: number, frame: Bytes): Promise<Bytes> {
    const way = this.#hears.get(seat) ?? this.#way('open', seat);
    this.#hears.set(seat, way);
    return way(frame);
  }

  #told(message: FromWorker): void {
    if (message.type === 'introduce')
      this.introduced = { seat: this.seat, key: message.key, proof: message.proof, mark: 1 };
    if (message.type === 'unopened') this.unopened.push(message.seats);
    if (message.type === 'hand') this.handed++;
    if (message.type === 'hand' && !withholds)
      for (const { seat, box } of message.boxes) {
        const to = pages.find((page) => page.seat === seat);
        if (to)
          handing.push(() => to.voices.hear({ type: 'handed', box: { seat: this.seat, box } }));
      }
  }

  #way(does: 'seal' | 'open', seat: number): (data: Bytes) => Promise<Bytes> {
    const [before, after] = [
      new TransformStream<EncodedFrame, EncodedFrame>(),
      new TransformStream<EncodedFrame, EncodedFrame>(),
    ];
    const options = { transform: seat, does, seat };
    void this.voices.take({ options, readable: before.readable, writable: after.writable });
    const [writer, reader] = [before.writable.getWriter(), after.readable.getReader()];
    return async (data) => {
      void writer.write({ data: data.slice().buffer });
      return new Uint8Array((await reader.read()).value!.data);
    };
  }
}

let handing: (() => Promise<void>)[] = [];
/** The server keeps back what pages hand over. */
let withholds = false;

/** As after each change of who is here, and then so much time passes. */
async function everybodyIsTold(others: Introduced[] = [], ms = 1000): Promise<void> {
  const introduced = [...pages.flatMap(({ introduced }) => introduced ?? []), ...others];
  for (const { voices, room } of pages) {
    const same = pages.filter((other) => other.room === room).map(({ seat }) => seat);
    const hearers = [...same, ...others.map(({ seat }) => seat)];
    await voices.hear({ type: 'here', introduced, hearers, room });
  }
  await handedOver();
  nowMs += ms;
  vi.advanceTimersByTime(ms);
}

async function handedOver(): Promise<void> {
  await Promise.all(handing.map((hand) => hand()));
  handing = [];
}

const ownKey = (frame: Bytes): boolean => isOwn(decodedHeader(frame)!.keyId);

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  [nowMs, pages, withholds, handing] = [50_000, [], false, []];
  for (const seat of [1, 2, 3]) await new Page(seat).enters();
});
afterEach(() => void vi.useRealTimers());

it('once everybody has come, each seals with a key of their own, and the others hear it', async () => {
  const [one, two, three] = pages as [Page, Page, Page];
  const frame = await one.says();
  expect(ownKey(frame)).toBe(true);
  expect(await two.hears(1, frame)).toEqual(WORD);
  expect(await three.hears(1, frame)).toEqual(WORD);
  expect(await two.hears(3, frame)).toEqual(SILENCE);
});

it('whoever has left cannot open what is said afterwards', async () => {
  const [one, two, three] = pages as [Page, Page, Page];
  pages = [one, two];
  await everybodyIsTold();
  const frame = await one.says();
  expect(await three.hears(1, frame)).toEqual(SILENCE);
  expect(await two.hears(1, frame)).toEqual(WORD);
});

it('whoever has only the link cannot open what is said, until they have come themselves', async () => {
  const [one] = pages as [Page, Page, Page];
  const late = new Page(4);
  void late.voices.hear({ type: 'seated', seat: 4 });
  expect(await late.hears(1, await one.says())).toEqual(SILENCE);
  await late.enters();
  expect(await late.hears(1, await one.says())).toEqual(WORD);
});

it('what the leaders say apart nobody else can open, and what the circle says they cannot', async () => {
  const [one, two, three] = pages as [Page, Page, Page];
  one.room = two.room = 'debrief';
  await everybodyIsTold();
  const apart = await one.says();
  expect(await two.hears(1, apart)).toEqual(WORD);
  expect(await three.hears(1, apart)).toEqual(SILENCE);
  expect(await one.hears(3, await three.says())).toEqual(SILENCE);
});

it('there is no way back to the key that is in the links', async () => {
  const [one] = pages as [Page, Page, Page];
  const before = new Page(2);
  void before.voices.hear({ type: 'seated', seat: 2 });
  const byLink = await before.says();
  expect(ownKey(byLink)).toBe(false);
  nowMs += 10_000;
  expect(await one.hears(2, byLink)).toEqual(SILENCE);
});

/** A new page in the second seat, to which nobody's key comes, and to which the first has said so much. */
async function withoutKeys(frames: number): Promise<[Page, Page]> {
  const [one, two] = [pages[0]!, new Page(2)];
  withholds = true;
  pages = pages.filter(({ seat }) => seat !== 2);
  await two.enters();
  for (let n = 0; n < frames; n++) await two.hears(1, await one.says());
  return [one, two];
}

it('where nothing of three seconds of a voice can be opened, the page is told, and when it can be again', async () => {
  const [one, two] = await withoutKeys(REFUSED_MAX - 1);
  for (let n = 0; n < 10; n++) await two.hears(1, SILENCE);
  expect(two.unopened).toEqual([]);
  await two.hears(1, await one.says());
  await two.hears(1, await one.says());
  expect(two.unopened).toEqual([[1]]);
  withholds = false;
  for (const page of pages) page.introduced!.mark++; // each has another connection, over which it hands its key again
  await everybodyIsTold();
  expect(two.unopened).toEqual([[1], []]);
  expect(await two.hears(1, await one.says())).toEqual(WORD);
});

it('a voice that cannot be opened is none any more once whoever speaks has gone, or is in another room', async () => {
  for (const gone of [
    () => (pages = pages.filter(({ seat }) => seat !== 1)),
    () => (pages[0]!.room = 'debrief'),
  ]) {
    const [one, two] = await withoutKeys(REFUSED_MAX + 1);
    expect(two.unopened).toEqual([[1]]);
    gone();
    await everybodyIsTold();
    expect(two.unopened).toEqual([[1], []]);
    await two.hears(1, await one.says());
    expect(two.unopened).toHaveLength(2);
    [one.room, pages] = ['circle', []];
    withholds = false;
    for (const seat of [1, 2, 3]) await new Page(seat).enters();
  }
});

it('a voice that is opened now and then is no voice that cannot be', async () => {
  const [one, two] = pages as [Page, Page, Page];
  const again = await one.says();
  await two.hears(1, again);
  for (let n = 0; n < 2 * REFUSED_MAX; n++) {
    await two.hears(1, again); // a second time, so it is refused
    if (n % 100 === 0) await two.hears(1, await one.says());
  }
  expect(two.unopened).toEqual([]);
});

/** A page that never was, in a seat of whoever has the link. */
async function madeUp(seat: number, mark: number): Promise<Introduced> {
  const { publicKey } = await PageKey.generated();
  const introducing = await (await CircleKeys.from(secret)).introducing();
  const proof = toBase64url(await proofOf(introducing, seat, publicKey));
  return { seat, key: toBase64url(publicKey), proof, mark };
}

it.each([100, 400, 1000])(
  'whoever makes up another page every %i ms silences nobody, nor has more handed over than the server passes on',
  async (everyMs) => {
    const [one, two] = pages as [Page, Page, Page];
    let [eve, unheard] = [await madeUp(9, 0), 0];
    one.handed = 0;
    for (let atMs = 0; atMs < 30_000; atMs += 100) {
      if (atMs % everyMs === 0) eve = await madeUp(9, atMs);
      await everybodyIsTold([eve], 100);
      if (String(await two.hears(1, await one.says())) !== String(WORD)) unheard++;
      expect(one.handed - atMs / 1000).toBeLessThanOrEqual(40);
    }
    expect(unheard).toBe(0);
  },
);

/** Somebody makes up pages for ten seconds. */
async function whileFlooded(ms = 10_000): Promise<void> {
  for (let atMs = 0; atMs < ms; atMs += 100) await everybodyIsTold([await madeUp(9, atMs)], 100);
}

it('whoever loads their page anew meanwhile is heard at once, and hears the others after two seconds', async () => {
  const [one] = pages as [Page, Page, Page];
  await whileFlooded();
  pages = pages.filter(({ seat }) => seat !== 2);
  const anew = new Page(2);
  await anew.enters();
  expect(await one.hears(2, await anew.says())).toEqual(WORD);
  await whileFlooded(2000);
  expect(await anew.hears(1, await one.says())).toEqual(WORD);
});

it('what the leaders say apart nobody else can open, also while somebody makes up pages', async () => {
  const [one, two, three] = pages as [Page, Page, Page];
  await whileFlooded();
  one.room = two.room = 'debrief';
  await everybodyIsTold([], 2000);
  const apart = await one.says();
  expect([await two.hears(1, apart), await three.hears(1, apart)]).toEqual([SILENCE, SILENCE]);
  await everybodyIsTold();
  const later = await one.says();
  expect([await two.hears(1, later), await three.hears(1, later)]).toEqual([WORD, SILENCE]);
});

it('whoever has left cannot open what is said three seconds later, also where somebody made up pages', async () => {
  const [one, two, three] = pages as [Page, Page, Page];
  await whileFlooded();
  pages = [one, two];
  await whileFlooded(3000);
  const frame = await one.says();
  expect([await two.hears(1, frame), await three.hears(1, frame)]).toEqual([WORD, SILENCE]);
});
