import { render, screen } from '@testing-library/svelte';
import { tick } from 'svelte';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { placeOf, SEAT } from '../lib/address';
import { words } from '../lib/front-words';
import { navigation } from '../lib/navigation.svelte';
import type { microphone } from '../words/en/everywhere/microphone';
import type { lostLink } from '../words/en/front/lost-link';
import type { problems } from '../words/en/server/problems';
import Front from './Front.svelte';

beforeEach(() => vi.stubGlobal('fetch', async () => new Response(null, { status: 503 })));
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

test.each([
  ['whoever comes opens a circle', null, 'Open the circle'],
  ['whoever has lost a link is helped', 'cut' as const, 'Go to my seat'],
])('one button is the next thing to do: %s', (_, lost, primary) => {
  const { container } = render(Front, { lost });
  const green = [...container.querySelectorAll('.primary')].map((at) => at.textContent.trim());
  expect(green).toEqual([primary]);
  expect(screen.getByRole('button', { name: 'Open the circle' })).toBeTruthy();
});

const title = () => screen.getByLabelText<HTMLInputElement>(/What is this circle called/);
const sealed = () => screen.getByLabelText<HTMLInputElement>(/^Sealed:/);
const opens = () => screen.getByRole('button', { name: 'Open the circle' });

/** Somebody has begun to fill the form in. */
async function begins(): Promise<void> {
  title().value = 'Tuesday';
  title().dispatchEvent(new Event('input', { bubbles: true }));
  sealed().click();
  await tick();
}

test('whoever has gone elsewhere in the middle of the form finds it as they left it', async () => {
  const first = render(Front, { lost: null });
  await begins();
  first.unmount();
  render(Front, { lost: null });
  expect([title().value, sealed().checked]).toEqual(['Tuesday', false]);
});

test('once their circle is opened they find it empty', async () => {
  const showLinks = vi.spyOn(navigation, 'showLinks').mockReturnValue();
  vi.stubGlobal('fetch', async () => Response.json({ invitations: [], expires_ms: 1 }));
  const first = render(Front, { lost: null });
  await begins();
  opens().click();
  await vi.waitFor(() => expect(showLinks).toHaveBeenCalled());
  first.unmount();
  render(Front, { lost: null });
  expect([title().value, sealed().checked]).toEqual(['', true]);
});

const fields = import.meta.glob<typeof lostLink>('../words/*/front/lost-link.ts', {
  eager: true,
  import: 'lostLink',
});
const servers = import.meta.glob<typeof problems>('../words/*/server/problems.ts', {
  eager: true,
  import: 'problems',
});

test('who is told the right name of the server pastes their link there, by the word that stands there', () => {
  const there = Object.values(fields).map(({ lostLink }) => lostLink.explain.split(' ')[0]!);
  const told = Object.values(servers).map(({ problems }) => problems.otherName('URL'));
  expect(there.length).toBeGreaterThan(1);
  expect(told).toEqual(there.map((paste) => expect.stringMatching(new RegExp(paste, 'i'))));
});

const microphones = import.meta.glob<typeof microphone>('../words/*/everywhere/microphone.ts', {
  eager: true,
  import: 'microphone',
});

test('whom an app gives no microphone is sent to the browser with their link: the address has lost it', () => {
  const links = Object.values(fields).map(({ lostLink }) => lostLink.field.split(' ').at(-1)!);
  const told = Object.values(microphones).map(({ mine }) => mine.withheld.means);
  expect(placeOf({ pathname: '/', hash: SEAT }, null, null)).toEqual({ at: 'bookmark' });
  expect(told).toEqual(links.map((link) => expect.stringContaining(link)));
});

test.each([
  ['as a seat', 'WyJ0dWVz.c2lnbmVkLWJ5LXRoaXMtc2VydmV~abcdefghijklmnopqrstuvwxyz23', null],
  [
    'as a group, from the address without it',
    'g.WyJHIiwx.c2lnbmVkLWJ5LXRoaXMtc2VydmV',
    'bookmark' as const,
  ],
])(
  'a link of another name of the server leads to the same where it is pasted: %s',
  (_, link, lost) => {
    render(Front, { lost });
    const field = screen.getByLabelText<HTMLInputElement>(words.lostLink.field);
    field.value = `https://www.circle.example/#${link}`;
    field.dispatchEvent(new Event('input', { bubbles: true }));
    screen.getByText(words.lostLink.go).click();
    const [token, key = null] = link.split('~');
    const at = token!.startsWith('g.') ? 'group' : 'seat';
    expect(placeOf(location, null, null)).toEqual({ at, token, key });
  },
);

test('what holds no link is told at each try, and the field says so', async () => {
  render(Front, { lost: null });
  const field = screen.getByLabelText(words.lostLink.field);
  screen.getByText(words.lostLink.go).click();
  const first = await screen.findByText(words.lostLink.none);
  const described = field.getAttribute('aria-describedby')!.split(' ');
  const says = described.map((id) => document.getElementById(id)?.textContent.trim());
  expect(says[0]).toBe(words.lostLink.none);
  screen.getByText(words.lostLink.go).click();
  await vi.waitFor(() => expect(screen.getByText(words.lostLink.none)).not.toBe(first));
});
