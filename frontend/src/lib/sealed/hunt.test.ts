import { expect, it } from 'vitest';

import type { Box, Introduced } from '../../protocol';
import { fromBase64url } from './base64url';
import { CircleKeys, newKeyId } from './circle-keys';
import { Exchange } from './exchange';
import { newSecret } from './link-key';
import { Opening } from './opening';
import { SILENCE, Sealing, saysNothing } from './sealing';
import { chance } from './testing';

const [FRAMES, MESSAGES, SEED] = [10_000, 5000, 12];
const WORD = new Uint8Array([0x78, ...Array(40).keys()]);
const [US, THEM] = [2, 1];
const LATER_MS = 2000;
const LETTERS = 'AZaz09-_=+/ \n\u0000é';

const below = chance(SEED);

/** One of them with some items changed, taken out, put in, doubled or cut off. */
function damaged<T>(samples: readonly T[][], any: () => T): T[] {
  const data = [...samples[below(samples.length)]!];
  for (let changes = below(5); changes >= 0; changes--) {
    const [at, length] = [below(data.length + 1), below(9)];
    [
      () => data.splice(at, 1, any()),
      () => data.splice(at, length),
      () => data.splice(at, 0, ...Array.from({ length }, any)),
      () => data.splice(at, 0, ...data.slice(at, at + length)),
      () => data.splice(at),
    ][below(5)]!();
  }
  return data;
}

/** The text damaged so that it no longer says the same bytes. */
function lie(truth: string): string {
  const text = damaged([[...truth]], () => LETTERS[below(LETTERS.length)]!).join('');
  return String(fromBase64url(text)) === String(fromBase64url(truth)) ? '' : text;
}

/** Our page and another one, which has a box with its own key for ours. */
async function twoPages() {
  const keys = await CircleKeys.from(newSecret());
  const [ours, theirs] = [await Exchange.begin(keys, US), await Exchange.begin(keys, THEM)];
  const us: Introduced = { seat: US, ...ours.introduction, mark: 1 };
  const them: Introduced = { seat: THEM, ...theirs.introduction, mark: 1 };
  const hearers = new Set([US, THEM]);
  const shown = async (...introduced: Introduced[]): Promise<Box[]> => {
    await ours.here(introduced, hearers, 'circle', 0);
    return (await ours.boxes(0)).flat();
  };
  await theirs.here([us, them], hearers, 'circle', 0);
  const [[box]] = (await theirs.boxes(0)) as [Box[]];
  return { keys, ours, theirs, us, them, shown, box: box!.box };
}

it('whatever a server makes of frames is silence, and true ones are heard after all of it', async () => {
  const { keys, ours, theirs, us, them, shown, box } = await twoPages();
  await shown(us, them);
  await ours.handed({ seat: THEM, box }, 0);
  const sealings = [
    new Sealing(keys, THEM, newKeyId(), () => undefined),
    new Sealing(keys, THEM, newKeyId(), () => theirs.sending(LATER_MS)),
  ];
  const source = {
    base: (seat: number, keyId: bigint) => ours.base(seat, keyId),
    opens: (seat: number, keyId: bigint) => ours.opens(seat, keyId, LATER_MS),
  };
  const opening = new Opening(source, THEM);
  const samples: number[][] = [];
  for (const sealing of [...sealings, ...sealings]) {
    await sealing.ready;
    const said = await sealing.frame(WORD);
    expect(await opening.frame(said)).toEqual(WORD);
    samples.push([...said]);
  }
  for (let n = 0; n < FRAMES; n++) {
    const came = new Uint8Array(damaged(samples, () => below(256)));
    const heard = await opening.frame(came);
    expect(heard, `${n}: ${came.join()}`).toEqual(saysNothing(came) ? came : SILENCE);
  }
  for (const sealing of sealings)
    expect(await opening.frame(await sealing.frame(WORD))).toEqual(WORD);
});

it('whatever a server makes of introductions and boxes is passed over, and true ones are taken after all of it', async () => {
  const { ours, theirs, us, them, shown, box } = await twoPages();
  const { keyId, base } = theirs.sending(LATER_MS)!;
  for (let n = 0; n < MESSAGES; n++) {
    const [key, proof] = [lie(them.key), lie(them.proof)];
    const stranger = { ...them, ...[{ key }, { proof }, { key, proof }][below(3)]! };
    expect(await shown(us, stranger), `${n}: ${JSON.stringify(stranger)}`).toEqual([]);
    await ours.handed({ seat: THEM, box }, 0);
    expect(await ours.base(THEM, keyId)).toBeUndefined();
  }
  await shown(us, them);
  for (let n = 0; n < MESSAGES; n++) {
    const false_ = lie(box);
    await ours.handed({ seat: below(18), box: false_ }, 0);
    expect(await ours.base(THEM, keyId), `${n}: ${false_}`).toBeUndefined();
  }
  await ours.handed({ seat: THEM, box }, 0);
  expect(await ours.base(THEM, keyId)).toEqual(base);
});
