import type { Box, Introduced } from '../../protocol';
import { fromBase64url, toBase64url } from './base64url';
import { type OwnKey, type Page, openedBox, sealedBox } from './box';
import type { Bytes } from './bytes';
import { type CircleKeys, isOwn } from './circle-keys';
import { OthersKeys } from './others-keys';
import { OwnKeys } from './own-keys';
import { PUBLIC_KEY_BYTES, PageKey, isProof, proofOf } from './page-key';

/** A page that has proved itself. `mark` names its connection. */
type Shown = Page & { name: string; mark: number };

/**
 * How pages come to keys of their own, by a server that only passes on what they say to one another
 * (docs/decisions/0030). One for each life of a page; `nowMs` is of any clock that never goes back.
 */
export class Exchange {
  readonly #own = new OwnKeys();
  readonly #others = new Map<number, OthersKeys>();
  #pages = new Map<number, Shown>();
  #hearers: ReadonlySet<number> = new Set();
  #room: string | undefined;
  #mark: number | undefined;
  #doing: Promise<unknown> = Promise.resolve();

  private constructor(
    private readonly keys: CircleKeys,
    private readonly pageKey: PageKey,
    private readonly seat: number,
    private readonly secrets: { introducing: Bytes; boxing: Bytes },
    /** What to introduce oneself with, after every offer and whenever a line was kept. */
    readonly introduction: { key: string; proof: string },
  ) {}

  /** Rejects where the browser knows no X25519. */
  static async begin(keys: CircleKeys, seat: number): Promise<Exchange> {
    const pageKey = await PageKey.generated();
    const secrets = { introducing: await keys.introducing(), boxing: await keys.boxing() };
    const proof = await proofOf(secrets.introducing, seat, pageKey.publicKey);
    const introduction = { key: toBase64url(pageKey.publicKey), proof: toBase64url(proof) };
    return new Exchange(keys, pageKey, seat, secrets, introduction);
  }

  /**
   * Who is here and has introduced themselves, and the seats that hear this page by the view: those in the same `room`. Call
   * it whenever one of them changes. Whether this page has ever been among them: if so it seals with keys of its own.
   */
  here(
    introduced: readonly Introduced[],
    hearers: ReadonlySet<number>,
    room: string,
    nowMs: number,
  ): Promise<boolean> {
    return this.#inTurn(() => this.#here(introduced, hearers, room, nowMs));
  }

  /** What is to be handed over to those who hear this page by now, a list for each key, the earlier one first. */
  boxes(nowMs: number): Promise<Box[][]> {
    return this.#inTurn(() => this.#boxes(nowMs));
  }

  /** A box that the server has passed on, and whether a key was in it. One that is not this page's, or not of who sits there, is none. */
  handed({ seat, box }: Box, nowMs: number): Promise<boolean> {
    return this.#inTurn(async () => {
      const [from, sealed] = [this.#pages.get(seat), fromBase64url(box)];
      if (!from || !sealed) return false;
      const { boxing } = this.secrets;
      const key = await openedBox(boxing, this.pageKey, from, this.#self, sealed);
      return !!key && this.#of(seat).take(from.name, key, nowMs);
    });
  }

  /** What to seal with; undefined as long as it is the link's key. */
  sending(nowMs: number): OwnKey | undefined {
    return this.#own.sending(nowMs);
  }

  /** Whether a frame of this seat, under this key's number, may be opened now. */
  opens(seat: number, keyId: bigint, nowMs: number): boolean {
    return this.#of(seat).opens(keyId, nowMs);
  }

  /** What to open it with: a key that was handed over, or the link's. */
  async base(seat: number, keyId: bigint): Promise<Bytes | undefined> {
    return isOwn(keyId) ? this.#of(seat).base(keyId) : this.keys.base(seat, keyId);
  }

  async #here(
    introduced: readonly Introduced[],
    hearers: ReadonlySet<number>,
    room: string,
    nowMs: number,
  ): Promise<boolean> {
    const proved = await this.#proved(introduced).catch(() => []); // what cannot be read introduces nobody
    this.#pages = new Map(proved.map((page) => [page.seat, page]));
    this.#hearers = hearers;
    for (const { seat, name } of proved) this.#of(seat).sits(name);
    const self = proved.find(({ name }) => name === nameOf(this.seat, this.introduction.key));
    // Before it is shown itself nobody takes what it hands over. Later a server that hides it keeps no key in use.
    if (!self && this.#room === undefined) return false;
    if (self && self.mark !== this.#mark) this.#own.forgetReached();
    this.#mark = self?.mark;
    if ((this.#room ?? 'circle') !== room) this.#own.moves(nowMs); // a page that begins in the debrief, too
    this.#room = room;
    return true;
  }

  async #boxes(nowMs: number): Promise<Box[][]> {
    if (this.#room === undefined) return [];
    const listeners = [...this.#pages.values()].filter(
      ({ seat }) => seat !== this.seat && this.#hearers.has(seat),
    );
    const connections = new Map(listeners.map(({ name, mark }) => [name, `${name} ${mark}`]));
    const handings = await this.#own.heardBy(connections, nowMs);
    const boxes = handings.map(async ({ key, to }) => {
      const pages = listeners.filter(({ name }) => to.includes(name));
      return (await Promise.all(pages.map((page) => this.#box(page, key)))).flat();
    });
    return Promise.all(boxes);
  }

  /** None for a page whose public key is none, though it proves it: that keeps nobody else from theirs. */
  async #box(to: Page, key: OwnKey): Promise<Box[]> {
    const { boxing } = this.secrets;
    return sealedBox(boxing, this.pageKey, this.#self, to, key).then(
      (box) => [{ seat: to.seat, box: toBase64url(box) }],
      () => [],
    );
  }

  /** Those who have this circle's key, and sit where they say. An entry that cannot be read hides no other. */
  async #proved(introduced: readonly Introduced[]): Promise<Shown[]> {
    const { introducing } = this.secrets;
    const proved = async ({ seat, key, proof, mark }: Introduced): Promise<Shown[]> => {
      const [publicKey, shown] = [fromBase64url(key), fromBase64url(proof)];
      if (publicKey?.length !== PUBLIC_KEY_BYTES || !shown) return [];
      const proves = await isProof(shown, introducing, seat, publicKey);
      return proves ? [{ seat, publicKey, name: nameOf(seat, toBase64url(publicKey)), mark }] : [];
    };
    const pages = introduced.map((one) => proved(one).catch(() => []));
    return (await Promise.all(pages)).flat();
  }

  get #self(): Page {
    return { seat: this.seat, publicKey: this.pageKey.publicKey };
  }

  #of(seat: number): OthersKeys {
    const known = this.#others.get(seat) ?? new OthersKeys();
    this.#others.set(seat, known);
    return known;
  }

  /** One after the other, as they came: a box is opened with the keys that were shown before it. */
  #inTurn<T>(does: () => Promise<T>): Promise<T> {
    const done = this.#doing.then(does);
    this.#doing = done.catch(() => undefined);
    return done;
  }
}

/** A page is its seat and its key: whoever introduces another’s key from their own seat is another one. */
function nameOf(seat: number, key: string): string {
  return `${seat} ${key}`;
}
