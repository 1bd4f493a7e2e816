import { describe, expect, it } from 'vitest';

import type { Introduced } from '../../protocol';
import { fromBase64url, toBase64url } from './base64url';
import type { Bytes } from './bytes';
import { CircleKeys } from './circle-keys';
import { Exchange } from './exchange';
import { Opening } from './opening';
import { USED_AFTER_MS } from './own-keys';
import { proofOf } from './page-key';
import { SILENCE, Sealing } from './sealing';
import { chance } from './testing';

const SECRET = new Uint8Array(16).fill(7);
const WORD = new Uint8Array([0x78, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);

class Page {
  sealing: Sealing;
  readonly openings = new Map<number, Opening>();

  private constructor(
    readonly circle: Circle,
    readonly seat: number,
    readonly exchange: Exchange,
    readonly keys: CircleKeys,
  ) {
    this.sealing = new Sealing(keys, seat, undefined, () => exchange.sending(circle.nowMs));
  }

  static async comes(circle: Circle, seat: number, secret: Bytes): Promise<Page> {
    const keys = await CircleKeys.from(secret);
    return new Page(circle, seat, await Exchange.begin(keys, seat), keys);
  }

  async hears(from: Pick<Page, 'seat'>, frame: Bytes): Promise<Bytes> {
    const { exchange, circle } = this;
    const opening =
      this.openings.get(from.seat) ??
      new Opening(
        {
          base: (seat, keyId) => exchange.base(seat, keyId),
          opens: (seat, keyId) => exchange.opens(seat, keyId, circle.nowMs),
        },
        from.seat,
      );
    this.openings.set(from.seat, opening);
    return opening.frame(frame);
  }
}

/** Pages round a server that passes everything on, as a test lets it. */
class Circle {
  nowMs = 0;
  readonly pages = new Map<number, Page>();
  readonly marks = new Map<number, number>();
  readonly debrief = new Set<number>();
  readonly passed: { from: number; seat: number; box: string }[] = [];
  passes = true;
  #mark = 0;

  async comes(seat: number, secret = SECRET): Promise<Page> {
    const page = await Page.comes(this, seat, secret);
    this.pages.set(seat, page);
    this.introducesAgain(seat);
    await this.changed();
    return page;
  }

  introducesAgain(seat: number): void {
    this.marks.set(seat, ++this.#mark);
  }

  async goes(seat: number): Promise<void> {
    this.pages.delete(seat);
    await this.changed();
  }

  get introduced(): Introduced[] {
    return [...this.pages].map(([seat, { exchange }]) => ({
      seat,
      ...exchange.introduction,
      mark: this.marks.get(seat)!,
    }));
  }

  /** Everybody is told who is here, and what they hand over is passed on. */
  async changed(introduced = this.introduced): Promise<void> {
    const room = (seat: number): string => (this.debrief.has(seat) ? 'debrief' : 'circle');
    const handed = await Promise.all(
      [...this.pages].map(async ([from, { exchange }]) => {
        const same = [...this.pages.keys()].filter((seat) => room(seat) === room(from));
        await exchange.here(introduced, new Set(same), room(from), this.nowMs);
        const boxes = await exchange.boxes(this.nowMs);
        return boxes.flat().map((box) => ({ from, ...box }));
      }),
    );
    this.passed.push(...handed.flat());
    if (!this.passes) return;
    for (const { from, seat, box } of handed.flat())
      await this.pages.get(seat)?.exchange.handed({ seat: from, box }, this.nowMs);
  }
}

async function heardBy(speaker: Page, ...listeners: Page[]): Promise<boolean[]> {
  const sealed = await speaker.sealing.frame(WORD);
  return Promise.all(
    listeners.map(async (each) => String(await each.hears(speaker, sealed)) === String(WORD)),
  );
}

async function three(): Promise<{ circle: Circle; mia: Page; max: Page; eve: Page }> {
  const circle = new Circle();
  const [mia, max, eve] = [await circle.comes(3), await circle.comes(4), await circle.comes(5)];
  return { circle, mia, max, eve };
}

describe('pages that know one another', () => {
  it('are heard from the first moment, by the link’s key and then by their own', async () => {
    const { circle, mia, max, eve } = await three();
    expect(mia.exchange.sending(0)).toBeUndefined();
    expect(await heardBy(mia, max, eve)).toEqual([true, true]);
    circle.nowMs = USED_AFTER_MS;
    expect(mia.exchange.sending(circle.nowMs)).toBeDefined();
    for (const [speaker, ...others] of [
      [mia, max, eve],
      [max, mia, eve],
      [eve, mia, max],
    ] as [Page, Page, Page][])
      expect(await heardBy(speaker, ...others)).toEqual([true, true]);
  });

  it('are heard by who comes as soon as their boxes have come, also where somebody has just gone or loads their page anew', async () => {
    const { circle, mia } = await three();
    circle.nowMs = 60_000;
    const later = await circle.comes(6);
    expect(await heardBy(mia, later)).toEqual([true]);
    const anew = await circle.comes(4);
    expect(await heardBy(anew, mia)).toEqual([true]);
    expect(await heardBy(mia, anew)).toEqual([true]);
    circle.nowMs += USED_AFTER_MS;
    expect(await heardBy(mia, anew)).toEqual([true]);
    expect(await heardBy(anew, mia)).toEqual([true]);
    await circle.goes(5);
    expect(await heardBy(mia, await circle.comes(5))).toEqual([true]);
  });

  it('are heard again after boxes were lost, over the next connection of either', async () => {
    for (const comesBack of [3, 4]) {
      const circle = new Circle();
      const mia = await circle.comes(3);
      circle.passes = false;
      const max = await circle.comes(4);
      circle.nowMs = 60_000;
      expect(await heardBy(mia, max)).toEqual([false]);
      circle.passes = true;
      circle.introducesAgain(comesBack);
      await circle.changed();
      expect(await heardBy(mia, max)).toEqual([true]);
    }
  });
});

describe('nobody hears what was said before they came', () => {
  /** What was recorded meanwhile, and is kept back or played once more now. */
  async function opens(page: Page, from: Page, recorded: Bytes): Promise<boolean> {
    return String(await page.hears(from, recorded)) === String(WORD);
  }

  it('who comes later, loads their page anew or is let in again, and nobody waits for that', async () => {
    const { circle, mia, max, eve } = await three();
    circle.nowMs = 60_000;
    const early = await mia.sealing.frame(WORD);
    const later = await circle.comes(6);
    expect(await opens(later, mia, early)).toBe(false);
    expect(await heardBy(mia, max, eve, later)).toEqual([true, true, true]);
    await circle.goes(5);
    circle.nowMs += 600_000;
    const apart = await mia.sealing.frame(WORD);
    const again = await circle.comes(5);
    const anew = await circle.comes(6);
    for (const page of [again, anew]) expect(await opens(page, mia, apart)).toBe(false);
    expect(await heardBy(mia, max, again, anew)).toEqual([true, true, true]);
  });

  it('who comes while another key waits to be used, of neither', async () => {
    const { circle, mia, max } = await three();
    circle.nowMs = 60_000;
    const early = await mia.sealing.frame(WORD);
    await circle.goes(5);
    circle.nowMs += USED_AFTER_MS / 2;
    const later = await circle.comes(6);
    expect(await opens(later, mia, early)).toBe(false);
    expect(await heardBy(mia, max, later)).toEqual([true, true]);
    circle.nowMs += USED_AFTER_MS;
    expect(await heardBy(mia, max, later)).toEqual([true, true]);
  });

  it('whose line was away, of what was said meanwhile', async () => {
    const { circle, mia, max, eve } = await three();
    circle.nowMs = 60_000;
    await circle.changed(circle.introduced.filter(({ seat }) => seat !== 5));
    circle.nowMs += 60_000;
    const apart = await mia.sealing.frame(WORD);
    circle.introducesAgain(5);
    await circle.changed();
    expect(await opens(eve, mia, apart)).toBe(false);
    expect(await heardBy(mia, max, eve)).toEqual([true, true]);
  });
});

describe('nobody hears any more', () => {
  it('who has gone, also with everything that is passed on, and with the link', async () => {
    const { circle, mia, max, eve } = await three();
    circle.nowMs = 60_000;
    await circle.goes(5);
    circle.nowMs += USED_AFTER_MS;
    for (const { from, seat, box } of circle.passed)
      if (seat !== 3 || from !== 3) await eve.exchange.handed({ seat: from, box }, circle.nowMs);
    expect(await heardBy(mia, max, eve)).toEqual([true, false]);
    const recorded = await mia.sealing.frame(WORD);
    const later = await Page.comes(circle, 5, SECRET);
    expect(await later.hears(mia, recorded)).toEqual(SILENCE);
  });

  it('in the circle what leaders say in the debrief, from its first frame on, nor the other way round', async () => {
    const { circle, mia, max, eve } = await three();
    circle.nowMs = 60_000;
    circle.debrief.add(3).add(4);
    await circle.changed();
    expect(await heardBy(mia, max, eve)).toEqual([true, false]);
    circle.nowMs += USED_AFTER_MS;
    expect(await heardBy(eve, mia, max)).toEqual([false, false]);
    circle.debrief.clear();
    await circle.changed();
    expect(await heardBy(mia, max, eve)).toEqual([true, true]);
  });

  it('in the circle what a leader says whose page is loaded anew in the debrief, from its first frame on', async () => {
    const { circle, max, eve } = await three();
    circle.nowMs = 60_000;
    circle.debrief.add(3).add(4);
    await circle.changed();
    const anew = await circle.comes(3);
    expect(await heardBy(anew, max, eve)).toEqual([true, false]);
  });
});

describe('a server that disobeys', () => {
  it('is believed no page that has not the circle’s key', async () => {
    const { circle, mia } = await three();
    circle.nowMs = 60_000;
    const spy = await Page.comes(circle, 6, new Uint8Array(16));
    const before = circle.passed.length;
    await circle.changed([
      ...circle.introduced,
      { seat: 6, ...spy.exchange.introduction, mark: 99 },
      { seat: 6, ...mia.exchange.introduction, mark: 99 },
      { seat: 7, key: 'no key', proof: '***', mark: 99 },
    ]);
    expect(circle.passed.slice(before).filter(({ seat }) => seat > 5)).toEqual([]);
  });

  it('hands a box to another page, from another seat, twice or long after, and nobody takes it', async () => {
    const { circle, mia, max, eve } = await three();
    circle.nowMs = 60_000;
    const [box] = circle.passed.filter(({ from, seat }) => from === 3 && seat === 4);
    await circle.goes(5);
    circle.nowMs += 60_000;
    for (const page of [max, eve, mia])
      for (const from of [3, 4, 5])
        await page.exchange.handed({ seat: from, box: box!.box }, circle.nowMs);
    expect(await heardBy(mia, max)).toEqual([true]);
  });

  it('cannot bring back the link’s key once a page has another', async () => {
    const { circle, mia, max } = await three();
    const early = await new Sealing(mia.keys, 3).frame(WORD);
    circle.nowMs = 60_000;
    await circle.changed([]);
    await circle.changed(circle.introduced.filter(({ seat }) => seat === 4));
    circle.nowMs += 60_000;
    expect(mia.exchange.sending(circle.nowMs)).toBeDefined();
    expect(await max.hears(mia, early)).toEqual(SILENCE);
  });

  it.each([
    ['hides a page from all', (shown: Introduced[]) => shown.filter(({ seat }) => seat !== 3)],
    ['shows what cannot be read', () => [null as unknown as Introduced]],
    ['shows nothing of the kind', () => null as unknown as Introduced[]],
  ])('that %s keeps no key in use that somebody has who has gone', async (_, shows) => {
    const { circle, mia, max, eve } = await three();
    circle.nowMs = 60_000;
    circle.pages.delete(5);
    await circle.changed(shows(circle.introduced));
    circle.nowMs += USED_AFTER_MS;
    expect(await heardBy(mia, eve)).toEqual([false]);
    circle.introducesAgain(3);
    await circle.changed();
    expect(await heardBy(mia, max, eve)).toEqual([true, false]);
  });

  it('moves no voice to a seat beyond those there are, where it could be heard once more', async () => {
    const { circle, mia, max } = await three();
    const byLink = await new Sealing(mia.keys, 3).frame(WORD);
    const byOwn = circle.passed.find(({ from, seat }) => from === 3 && seat === 4)!;
    circle.nowMs = 60_000;
    for (const seat of [3 + 256, 3.5]) {
      const beyond = { ...circle.introduced[0]!, seat };
      await circle.changed([...circle.introduced, beyond]);
      await max.exchange.handed({ seat, box: byOwn.box }, circle.nowMs);
      expect(await max.hears({ seat }, await mia.sealing.frame(WORD))).toEqual(SILENCE);
      await expect(max.hears({ seat }, byLink)).rejects.toThrow(RangeError);
    }
  });

  it('that tells of nobody leaves the pages to the link’s key, and they know it', async () => {
    const circle = new Circle();
    const [mia, max] = [await circle.comes(3), await circle.comes(4)];
    const deaf = await Page.comes(circle, 5, SECRET);
    await deaf.exchange.here([], new Set([3, 4]), 'circle', 0);
    expect(await deaf.exchange.boxes(0)).toEqual([]);
    circle.nowMs = 60_000;
    expect(deaf.exchange.sending(circle.nowMs)).toBeUndefined();
    expect(await heardBy(deaf, mia, max)).toEqual([true, true]);
  });
});

describe('somebody with a changed page', () => {
  async function introduces(keys: CircleKeys, seat: number, key: Bytes): Promise<Introduced> {
    const proof = toBase64url(await proofOf(await keys.introducing(), seat, key));
    return { seat, key: toBase64url(key), proof, mark: 99 };
  }

  it('keeps nobody from the others’ keys by a key that is none', async () => {
    const { circle, mia, max } = await three();
    circle.nowMs = 60_000;
    const none = await introduces(mia.keys, 5, new Uint8Array(32));
    await circle.changed(circle.introduced.map((one) => (one.seat === 5 ? none : one)));
    circle.nowMs += USED_AFTER_MS;
    expect(await heardBy(mia, max)).toEqual([true]);
    expect(await heardBy(max, mia)).toEqual([true]);
  });

  it('who takes another’s key for their own is not taken for the other, who hands over again what was lost', async () => {
    const { circle, mia, max, eve } = await three();
    circle.nowMs = 60_000;
    const key = fromBase64url(max.exchange.introduction.key)!;
    const copy = await introduces(mia.keys, 3, key);
    const lied = (): Introduced[] => circle.introduced.map((one) => (one.seat === 3 ? copy : one));
    circle.passes = false;
    await circle.changed(lied());
    circle.nowMs += USED_AFTER_MS;
    expect(await heardBy(max, eve)).toEqual([false]);
    circle.passes = true;
    circle.introducesAgain(4);
    await circle.changed(lied());
    expect(await heardBy(max, eve)).toEqual([true]);
  });
});

describe('whoever comes and goes, in whichever order', () => {
  const SEATS = [3, 4, 5, 6];

  it.each([1, 2, 3, 4, 5, 6])(
    'hears each who is there, and comes to no key of before or after: walk %i',
    async (seed) => {
      const below = chance(seed);
      const circle = new Circle();
      const pages = new Set<Page>();
      /** Under which key who spoke, and who was there, or had been less than a second before. */
      const said: { by: Page; keyId: bigint; meant: Set<Page> }[] = [];
      const together = new Map<Page, Map<Page, number>>();
      const hearersOf = (speaker: Page): Page[] =>
        [...circle.pages.values()].filter(
          (page) =>
            page !== speaker && circle.debrief.has(page.seat) === circle.debrief.has(speaker.seat),
        );
      const meet = (): void => {
        for (const page of circle.pages.values()) {
          const met = together.get(page) ?? new Map<Page, number>();
          together.set(page, met);
          for (const other of hearersOf(page)) met.set(other, circle.nowMs);
        }
      };
      const steps = [
        async (seat: number) => void pages.add(await circle.comes(seat)),
        (seat: number) => circle.goes(seat),
        (seat: number) => {
          if (!circle.debrief.delete(seat)) circle.debrief.add(seat);
          return circle.changed();
        },
        async (seat: number) => {
          await circle.changed(circle.introduced.filter((one) => one.seat !== seat));
          circle.introducesAgain(seat);
          await circle.changed();
        },
      ];
      for (let step = 0; step < 60; step++) {
        circle.nowMs += [0, 300, USED_AFTER_MS, 20_000][below(4)]!;
        meet();
        await steps[below(steps.length)]!(SEATS[below(SEATS.length)]!);
        meet();
        for (const by of circle.pages.values()) {
          const hearers = hearersOf(by);
          expect(await heardBy(by, ...hearers), `step ${step}`).toEqual(hearers.map(() => true));
          const own = by.exchange.sending(circle.nowMs);
          const meant = [...together.get(by)!].filter(
            ([, atMs]) => circle.nowMs < atMs + USED_AFTER_MS,
          );
          if (own) said.push({ by, keyId: own.keyId, meant: new Set(meant.map(([page]) => page)) });
        }
        for (const { by, keyId, meant } of said)
          for (const page of pages)
            if (page !== by && !meant.has(page))
              expect(await page.exchange.base(by.seat, keyId), `step ${step}`).toBeUndefined();
      }
      expect(said.length).toBeGreaterThan(40);
    },
  );
});

describe('a voice', () => {
  it('never has a counter twice under one key, whichever keys it has had', async () => {
    const { circle, mia } = await three();
    const sealed: string[] = [];
    for (let change = 0; change < 20; change++) {
      circle.nowMs += USED_AFTER_MS / 3;
      await (change % 2 ? circle.comes(5) : circle.goes(5));
      const frames = Array.from({ length: 5 }, () => mia.sealing.frame(WORD));
      for (const frame of await Promise.all(frames)) sealed.push(String(frame.slice(0, 8)));
    }
    expect(new Set(sealed).size).toBe(sealed.length);
  });
});
