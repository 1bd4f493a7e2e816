import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';

const SIGNED = 'c2lnbmVkLWJ5LXRoaXMtc2VydmV';
const [KEY, OTHER] = ['ab'.repeat(14), 'cd'.repeat(14)];
const SEAT = { token: `WyJx.${SIGNED}`, key: KEY };
const GROUP = { token: `g.WyJHIiwx.${SIGNED}`, key: KEY };

/** The page, loaded at the address where the tab is, and of which keys it says that they have been sent. */
async function loaded() {
  vi.resetModules();
  const { navigation } = await import('./navigation.svelte');
  const { noteSentKey, wasKeySent } = await import('./invitation');
  return { navigation, noteSentKey, sent: () => [KEY, OTHER].map((key) => wasKeySent({ key })) };
}

describe('where the browser denies the page its storage', () => {
  beforeEach(() => {
    const denied = (): never => {
      throw new DOMException('denied', 'SecurityError');
    };
    vi.stubGlobal('sessionStorage', { getItem: denied, setItem: denied, removeItem: denied });
  });
  afterEach(() => void vi.unstubAllGlobals());

  test.each([
    ['seat', SEAT],
    ['group', GROUP],
  ])('the key in a link of a %s was sent, also once the page is loaded anew', async (at, link) => {
    history.pushState(null, '', `/%23${link.token}~${KEY}`);
    for (let load = 1; load <= 3; load++) {
      const { navigation, sent } = await loaded();
      expect(navigation.place).toEqual({ at, ...link });
      expect(sent(), `load ${load}`).toEqual([true, false]);
    }
    history.pushState(null, '', `/#${link.token}~${OTHER}`);
    expect((await loaded()).sent()).toEqual([false, false]);
  });

  test('the key of a circle was sent with its group’s', async () => {
    history.pushState(null, '', `/%23${GROUP.token}~${KEY}`);
    const { navigation, noteSentKey } = await loaded();
    const ofCircle = { ...SEAT, key: OTHER };
    noteSentKey(ofCircle);
    navigation.showSeat(ofCircle, 'Mia');
    expect((await loaded()).sent()).toEqual([true, true]);
    expect((await loaded()).sent()).toEqual([true, true]);
  });

  test('a key that a group has instead was not', async () => {
    history.pushState(null, '', `/%23${GROUP.token}~${KEY}`);
    (await loaded()).navigation.keepGroup({ ...GROUP, key: OTHER });
    expect((await loaded()).sent()).toEqual([false, false]);
    expect((await loaded()).sent()).toEqual([false, false]);
  });
});
