import {
  GROUP_HOME,
  LINKS,
  NEW_GROUP,
  placeOf,
  SEAT,
  type Entry,
  type KeptLink,
  type Place,
} from './address';
import { groupLinkIn } from './group/link';
import { fragmentOf, linkIn, noteSentKey, wasKeySent, type SeatLink } from './invitation';
import { inTab } from './storage';

/** What this tab keeps an invitation by, of which these addresses tell nothing. */
const KEPT = { [SEAT]: 'invitation', [GROUP_HOME]: 'group' };

/** Where this tab is and has been. While a meeting runs, nothing that a person does to the address ends it unasked. */
class Navigation {
  place = $state.raw<Place>({ at: 'front' });
  /** What the person is being asked about, until they stay: `onward` is whether a link was pasted, and not gone back. */
  asking = $state.raw<{ onward: boolean } | null>(null);
  #holding = false;
  #stays: (() => boolean) | null = null;
  /** Once the meeting is left, the next entry of the tab's history is gone to: a link that was pasted over the page. */
  onward = false;

  /** Loaded anew in a meeting, the tab stands on the meeting's own entry, and the meeting is not entered yet. */
  constructor() {
    this.#read();
    if ((history.state as Entry | null)?.running) history.back();
  }

  /** The address has changed by a hand, or by going back or forward. */
  changed(): void {
    if (!this.#holding) this.#read();
  }

  /** The same, with the tab's entry already changed. */
  moved(): void {
    const entry = history.state as Entry | null;
    if (this.#stays?.()) return;
    if (!this.#holding) this.#read();
    else if (entry === null) this.#pasted();
    else if (!entry.running) {
      this.asking = { onward: false };
      history.forward();
    }
  }

  showLinks(circle: number): void {
    this.#go({ circle }, LINKS);
  }

  showNewGroup(): void {
    this.#go({}, NEW_GROUP);
  }

  showGroup(group: SeatLink): void {
    this.#go({ group }, this.#addressOf(group, GROUP_HOME));
  }

  /** The same group by a link that has changed: the page stays as it is. */
  keepGroup(group: SeatLink): void {
    const entry = history.state as Entry | null;
    this.#write({ ...entry, group: linkOf(group) }, this.#addressOf(group, GROUP_HOME));
  }

  /** The same group by another link, from now on the only one: going back does not lead to the one before. */
  replaceGroup(group: SeatLink): void {
    this.keepGroup(group);
    this.#read();
  }

  /** Today's meeting of a group: the seat that this link leads to, for whoever has this name. */
  showSeat(link: SeatLink, name: string, meeting?: string): void {
    const entry = history.state as Entry | null;
    this.#go({ ...entry, ...linkOf(link), name, meeting }, this.#addressOf(link));
  }

  /** What the person in this entry is called, where a group has told it. */
  get name(): string {
    return (history.state as Entry | null)?.name ?? '';
  }

  /** Whether this seat was come to from the page of a group, where its person can go back to. */
  get isOfGroup(): boolean {
    return this.name !== '';
  }

  showFront(): void {
    this.#go({}, '/');
  }

  /**
   * From now on leaving asks, until the returned function is called. The meeting stands on an entry of its own, so that going
   * back from it only leads to the same page, and can be undone while the sound goes on.
   */
  hold(): () => void {
    const entry = history.state as Entry | null;
    if (!entry?.running) history.pushState({ ...entry, running: true } satisfies Entry, '');
    const unload = (event: BeforeUnloadEvent): void => event.preventDefault();
    addEventListener('beforeunload', unload);
    this.#holding = true;
    return () => {
      removeEventListener('beforeunload', unload);
      this.#holding = false;
      this.asking = null;
      if (this.onward) history.forward();
      else if ((history.state as Entry | null)?.running) history.back();
      this.onward = false;
    };
  }

  /** From now on this is asked each time the entry has changed: whether the page stays, which has put back its own. */
  asks(stays: () => boolean): () => void {
    this.#stays = stays;
    return () => (this.#stays = null);
  }

  /** A new entry without anything of ours: a link pasted over the page, or the same address once more. */
  #pasted(): void {
    const mine = this.place.at === 'seat' ? this.place : null;
    const place = placeOf(location, null, mine && fragmentOf(mine));
    if (mine && place.at === 'seat' && place.token === mine.token) {
      this.#write({ ...linkOf(mine), running: true }, this.#addressOf(mine));
      return;
    }
    if (place.at === 'seat') this.#write(linkOf(place), SEAT);
    this.asking = { onward: true };
    history.back();
  }

  #go(entry: Entry, address: string): void {
    history.pushState(entry, '', address);
    this.#read();
  }

  #read(): void {
    const entry = (history.state ?? {}) as Entry;
    for (const kept of [entry, entry.group]) if (kept?.sent) noteSentKey(kept);
    const inPath = groupLinkIn(location.pathname) ?? linkIn(location.pathname);
    if (inPath?.key) noteSentKey(inPath);
    const place = placeOf(location, entry, inTab.get(KEPT[SEAT]), inTab.get(KEPT[GROUP_HOME]));
    this.place = place;
    if (place.at === 'group') return this.keepGroup(place);
    if (place.at !== 'seat') return this.#write(entry, location.href);
    if (entry.group) this.#addressOf(entry.group, GROUP_HOME); // where this seat leads back to
    this.#write({ ...entry, ...linkOf(place) }, this.#addressOf(place));
  }

  /** Without the invitation where this tab keeps it; else it stays in the address, the only place there is to come back by. */
  #addressOf(link: SeatLink, at: keyof typeof KEPT = SEAT): string {
    const fragment = fragmentOf(link);
    return inTab.set(KEPT[at], fragment) ? `/${at}` : `/#${fragment}`;
  }

  /** A browser may refuse, where this was done many times in a row: then the address stays, and leads to the same. */
  #write(entry: Entry, address: string): void {
    try {
      history.replaceState(entry, '', address);
    } catch {
      return;
    }
  }
}

const linkOf = ({ token, key }: SeatLink): KeptLink => ({
  token,
  key,
  sent: wasKeySent({ key }) || undefined,
});

/** This tab's. */
export const navigation = new Navigation();
