import { render, screen, waitFor } from '@testing-library/svelte';
import { beforeEach, expect, test, vi, type Mock } from 'vitest';
import { aGroup, aMeeting, leadingGroup } from '../../lib/group/testing';
import { TestGroupServer } from '../../lib/group/testing-server';
import { circleKey } from '../../lib/group/seal';
import { groupWords as words } from '../../lib/group/words';
import { navigation } from '../../lib/navigation.svelte';
import { newKey } from '../../lib/sealed/new-key';
import GroupVisit from './GroupVisit.svelte';

const token = 'g.WyJHIiwx.c2lnbmVkLWJ5LXRoaXMtc2VydmV';
const circle = 'uid/20';
const guest = { number: 9, name: 'Gerda', role: 'member', agreed: true } as const;

beforeEach(() => {
  localStorage.clear();
  sessionStorage.clear();
  navigation.showFront();
  vi.stubGlobal('navigator', { languages: ['en'] });
  return () => vi.unstubAllGlobals();
});

const linkFor = async (name: string): Promise<string> =>
  (await screen.findByLabelText<HTMLAnchorElement>(words.links.mailFor(name))).href;

test('a guest’s link has the key of their meeting alone, and a member’s the group’s', async () => {
  const { key, lock } = await newKey();
  const guests = [{ ...guest, may_say: false, first: false }];
  const view = leadingGroup({ sealed: true, lock, meetings: [aMeeting({ circle, guests })] });
  const server = new TestGroupServer(view, () => ({}));
  server.links = [
    { person: 4, name: 'Mia', role: 'member', link: 'https://x.org/#g.4' },
    { person: 9, name: 'Gerda', role: 'member', link: 'https://x.org/#g.9' },
    { person: 8, name: 'Gone', role: 'member', link: 'https://x.org/#g.8' },
  ];
  render(GroupVisit, { link: { token, key } });
  expect(await linkFor('Mia')).toContain(`g.4~${key}`);
  const its = await circleKey(key, circle);
  expect(await linkFor('Gerda')).toContain(`g.9~${its.key}`);
  expect(screen.queryByLabelText(words.links.mailFor('Gone'))).toBeNull();
});

/** A guest comes by this key to a group with this lock, and presses to enter. */
async function presses(key: string, lock: string): Promise<Mock> {
  const { now_ms, name, zone, terms } = aGroup();
  const when = { starts_ms: now_ms, minutes: 90, may_enter: true, waits: false, over: false };
  const shown = { sealed: true, lock, circle, your_name: 'Gerda', role: 'member' };
  const view = { type: 'guest', now_ms, name, zone, terms, ...when, ...shown };
  const asked = vi.fn();
  vi.stubGlobal('fetch', async (path: string, { body }: { body: string }) => {
    if (path !== '/api/group/enter') return new Response(JSON.stringify(view));
    asked(JSON.parse(body));
    return new Response(JSON.stringify({ token: 'c2VhdA.c2ln', name: 'Gerda' }));
  });
  render(GroupVisit, { link: { token, key } });
  const enter = await screen.findByRole('button', { name: words.meeting.enter });
  await waitFor(() => expect(enter.getAttribute('aria-busy')).toBe('false'));
  enter.click();
  return asked;
}

test.each([
  ['of their meeting', async (key: string) => (await circleKey(key, circle)).key],
  ['of the group, as earlier releases gave it', async (key: string) => key],
])('a guest enters by a link with the key %s', async (_, given) => {
  const { key, lock } = await newKey();
  const its = await circleKey(key, circle);
  const asked = await presses(await given(key), lock);
  const seat = { at: 'seat', token: 'c2VhdA.c2ln', key: its.key };
  await waitFor(() => expect(navigation.place).toMatchObject(seat));
  expect(asked.mock.calls[0]).toEqual([{ token, lock: its.lock, circle }]);
});

test('a key that is not whole is told of to a guest too', async () => {
  const { key, lock } = await newKey();
  const asked = await presses(key.slice(1), lock);
  await screen.findByText(words.key.broken(false));
  expect(asked).not.toHaveBeenCalled();
});
