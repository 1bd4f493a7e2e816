import type { Edit, GroupCommand, GroupLeft, GroupView, GuestView, OwnLink } from '../../protocol';
import { type GroupAnswer, askGroup, readGroup } from './api';
import type { SeatLink } from '../invitation';
import { navigation } from '../navigation.svelte';
import { groupLinkIn } from './link';
import { speaksAsGroup } from './language';
import { forgetOwnCases, uidOf } from './own-cases.svelte';
import { OwnLinkKey } from './own-key.svelte';
import { changeRemembered, forgetGroup, isRemembered, rememberGroup } from './remembered';
import { unkept } from './unkept.svelte';
import { groupWords } from './words';

/** Why the group cannot be shown (any more). */
export type ClosedBy = 'not_invited' | 'erased' | 'left';

/** Others have changed meanwhile what somebody has changed: they look at it, and say whether theirs still fits. */
export interface Stale {
  edits: Edit[];
  answer: (again: boolean) => void;
}

const READ_EVERY_MS = 60_000;
const READ_AGAIN_AFTER_FAILURE_MS = 10_000;

/** What was gone on from: while nodes change their secrets one by one, each may take the others' links for old ones. */
const replaced = new Set<string>();

/** One person's standing group, as the server shows it to them. */
export class StandingGroup {
  view = $state.raw<GroupView | GuestView | null>(null);
  closed = $state.raw<ClosedBy | null>(null);
  /** The last reading failed, so that what is shown is older: what the server said, or that the link opens nothing there. */
  trouble = $state.raw<{ refused: boolean; says: string } | null>(null);
  /** How often the server has answered with the group. */
  answers = $state(0);
  stale = $state.raw<Stale | null>(null);
  /** A new link of one's own, which the server shows once: the old one works until it is gone on with. */
  newLink = $state.raw<SeatLink | null>(null);

  readonly ownKey: OwnLinkKey;
  /** The last comparison of it with a lock. */
  #compared: Promise<void> | undefined;

  constructor(readonly link: SeatLink) {
    this.ownKey = new OwnLinkKey(link);
  }

  /**
   * Reads it now, and again each minute and whenever somebody looks at the page, and sooner where the last reading failed,
   * until the returned function is called.
   */
  watch(): () => void {
    const look = (): void => void (document.hidden || this.read());
    const timers = [
      setInterval(look, READ_EVERY_MS),
      setInterval(() => this.trouble && look(), READ_AGAIN_AFTER_FAILURE_MS),
    ];
    document.addEventListener('visibilitychange', look);
    addEventListener('online', look);
    void this.read();
    return () => {
      timers.forEach(clearInterval);
      document.removeEventListener('visibilitychange', look);
      removeEventListener('online', look);
      this.stale?.answer(false);
    };
  }

  /**
   * The same link has come with this key: the page stays as it is, with what is typed, and the key is compared anew. Without
   * one, the tab keeps the key that there is.
   */
  comesBy(key: string | null): void {
    const { ownKey, link } = this;
    if (key === ownKey.key) return;
    if (key === null) return navigation.keepGroup({ token: link.token, key: ownKey.key });
    ownKey.key = key;
    if (this.view) this.#compared = this.#compares(this.view);
  }

  /** Reads it now, and compares the key with it. */
  async read(): Promise<void> {
    const answer = await readGroup(this.link.token);
    if (answer.is === 'ok') {
      if (this.closed !== 'left') this.closed = null;
      const first = this.view === null;
      this.#shows(answer.value);
      if (first) this.#isFirst(answer.value);
      await this.#compared;
    } else this.#isRefused(answer);
  }

  /** What somebody is typing stays where their link is refused: a node that does not know it yet may have answered. */
  #isRefused(answer: Exclude<GroupAnswer<unknown>, { is: 'ok' }>): void {
    if (answer.is === 'closed' && !(answer.why === 'not_invited' && unkept.any))
      this.closed = answer.why;
    else this.trouble = { refused: answer.is === 'closed', says: wordsOf(answer, '') };
  }

  /**
   * Asks for this, of the view of the version `seen`, or of the newest, and `again` once what others have changed is known.
   * Answers with nothing where it is done, or is so already, else with words for the person.
   */
  async ask(
    what: GroupCommand | ((again: boolean) => GroupCommand | undefined),
    seen: number | null = null,
  ): Promise<string> {
    for (let again = false; ; again = true) {
      const command = typeof what === 'function' ? what(again) : what;
      if (!command) return '';
      const answer = await askGroup(this.link.token, seen ?? this.version, command);
      seen = null;
      if (answer.is === 'closed') this.#isRefused(answer);
      if (answer.is === 'failed' && answer.words === null)
        this.trouble ??= { refused: false, says: '' }; // whether it was kept is read
      if (answer.is !== 'ok') {
        const edits = answer.is === 'refused' ? answer.refusal.edits : [];
        if (answer.is !== 'refused' || answer.refusal.reason !== 'stale') return wordsOf(answer);
        await this.read();
        if (await this.#asksAgain(edits)) continue;
        return groupWords.stale.left;
      }
      this.#takes(answer.value);
      return '';
    }
  }

  /**
   * Has the circles to come sealed with another key, which this person's own link has then. Answers as `ask` does. A server that
   * says it is done, and shows the lock of another key, is not believed: no link is given with that one.
   */
  async renewKey(): Promise<string> {
    const another = await this.ownKey.another();
    if (typeof another === 'string') return another;
    const { key, lock } = another;
    const problem = await this.ask({ type: 'renew_key', lock });
    if (problem !== '') return problem;
    if (this.view?.lock !== lock) {
      this.ownKey.isAnother(key);
      return groupWords.renewing.untaken;
    }
    navigation.keepGroup({ token: this.link.token, key });
    if (this.newLink) this.newLink = { ...this.newLink, key };
    return '';
  }

  /** Goes on with one's new link, from which on the old one opens nothing. A browser that remembers the group keeps it. */
  goOn(link: SeatLink): void {
    changeRemembered(this.link.token, link);
    navigation.replaceGroup(link);
  }

  /**
   * Before anything is drawn, and can be typed into the page: it speaks the group's language, and goes on with one's link as the
   * server signs it from now on, where it changes its secret.
   */
  #isFirst(view: GroupView | GuestView): void {
    speaksAsGroup(view.language);
    const { place } = navigation;
    const anew = view.type === 'group' && groupLinkIn(view.you.link_anew ?? '');
    if (!anew || place.at !== 'group' || place.token !== this.link.token) return;
    if (replaced.has(anew.token)) return;
    replaced.add(this.link.token);
    changeRemembered(this.link.token, { token: anew.token });
    navigation.replaceGroup({ token: anew.token, key: place.key });
  }

  /** This browser remembers it, and the key where it is right. Whether that outlives this page. */
  remember(): boolean {
    const { key, problem, sent } = this.ownKey;
    const { name, lock } = this.view!;
    return rememberGroup({
      token: this.link.token,
      key: problem === null ? key : null,
      name,
      lock,
      sent,
      whose: this.#uid && `${this.#uid} ${(this.view as GroupView).you.number}`,
    });
  }

  get #uid(): string | null {
    return this.view?.type === 'group' ? uidOf(this.view) : null;
  }

  /** This browser remembers it no longer, nor which of its cases were this person's own. */
  forget(): void {
    forgetGroup(this.link.token);
    if (this.#uid) forgetOwnCases(this.#uid);
  }

  #takes(answer: GroupView | OwnLink | GroupLeft): void {
    if (answer.type === 'left') {
      this.forget();
      this.closed = 'left';
    } else if (answer.type === 'group') this.#shows(answer);
    else {
      const token = groupLinkIn(answer.link)?.token;
      const key = this.view?.lock && this.ownKey.problem === null ? this.ownKey.key : null;
      this.newLink = token ? { token, key } : null;
      this.#shows(answer.group);
    }
  }

  /** Whether the server says that a group is not sealed whose link has a key: nobody enters then (V6). */
  get denied(): boolean {
    const { view } = this;
    return view !== null && this.ownKey.key !== null && !(view.sealed && view.lock);
  }

  get leads(): boolean {
    return this.view?.type === 'group' && this.view.leading !== null;
  }

  /** What the meeting that can be entered now is called, where its keys are made. */
  get circle(): string | undefined {
    const { view } = this;
    return view?.type === 'group'
      ? view.meetings.find(({ may_enter }) => may_enter)?.circle
      : view?.circle;
  }

  /** The version of the newest view. */
  get version(): number {
    return this.view?.type === 'group' ? this.view.version : 0;
  }

  /** An answer that has overtaken a newer one changes nothing. */
  #shows(view: GroupView | GuestView): void {
    this.trouble = null;
    this.answers += 1;
    if (view.type === 'group' && view.version < this.version) return;
    if (this.view?.lock !== view.lock || this.ownKey.problem === 'unloaded')
      this.#compared = this.#compares(view);
    this.view = view;
  }

  /** A browser that remembers the group remembers the right key too, also one that came by a later link. */
  async #compares({ lock, name, type }: GroupView | GuestView): Promise<void> {
    await this.ownKey.compare(lock, name, type === 'guest');
    if (this.ownKey.problem === null && isRemembered(this.link.token)) this.remember();
  }

  #asksAgain(edits: Edit[]): Promise<boolean> {
    this.stale?.answer(false); // what was asked before is looked at, too
    return new Promise((resolve) => {
      const answer = (again: boolean): void => {
        this.stale = null;
        resolve(again);
      };
      this.stale = { edits, answer };
    });
  }
}

/** The words of a no; `silence` are those of a server that does not answer. */
export function wordsOf(
  answer: Exclude<GroupAnswer<unknown>, { is: 'ok' }>,
  silence = groupWords.unreachable,
): string {
  if (answer.is === 'refused') return answer.refusal.detail;
  if (answer.is === 'closed') return groupWords.closed[answer.why].title;
  return answer.words ?? silence;
}
