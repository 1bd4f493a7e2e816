import { render, screen } from '@testing-library/svelte';
import { tick } from 'svelte';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Role } from '../protocol';
import { forgetHandout, handouts, keepHandout, noteVisit, type Handout } from '../lib/handouts';
import { linkIn } from '../lib/invitation';
import { navigation } from '../lib/navigation.svelte';
import Links from './Links.svelte';

const ROLES: Role[] = ['facilitator', 'facilitator', 'facilitator', 'member', 'observer'];
const link = (seat: number): string =>
  `https://circle.example/#WyJ4Iiw${seat}XQ.c2lnbmVkLWJ5LXRoaXMtc2VydmV`;
const handout = (): Handout => ({
  title: 'Tuesday group',
  expires_ms: Date.now() + 1e6,
  sentence: '',
  names: {},
  invitations: ROLES.map((role, index) => ({ seat: index + 1, role, link: link(index + 1) })),
});

let written: string[];

beforeEach(() => {
  written = [];
  localStorage.clear();
  const writeText = async (text: string): Promise<void> => void written.push(text);
  vi.stubGlobal('navigator', { languages: ['en'], clipboard: { writeText } });
});

afterEach(() => vi.unstubAllGlobals());

const press = (name: string): void => screen.getByRole('button', { name }).click();

test('what is copied for members holds no link of a facilitator, nor the reader’s own', async () => {
  render(Links, { handout: handout() });
  press('Copy all links of members and observers');
  press('Copy the facilitators’ links');
  await vi.waitFor(() => expect(written.length).toBe(2));
  const seats = written.map((text) =>
    ROLES.map((_, i) => i + 1).filter((n) => text.includes(link(n))),
  );
  expect(seats).toEqual([
    [4, 5],
    [2, 3],
  ]);
});

async function call(name: string): Promise<void> {
  const field = screen.getByLabelText<HTMLInputElement>('For whom is seat 4?');
  field.value = name;
  field.dispatchEvent(new Event('input', { bubbles: true }));
  await tick();
}

test('a name stays here, and is in nothing that is copied', async () => {
  render(Links, { handout: handout() });
  await call('Mia');
  expect(handouts()[0]!.names).toEqual({ 4: 'Mia' });
  press('Copy the invitation for seat 4');
  press('Copy all links of members and observers');
  await vi.waitFor(() => expect(written.length).toBe(2));
  expect(written.join()).not.toContain('Mia');
});

test('a name takes nothing back that another tab has noted of the circle', async () => {
  const mine = handout();
  keepHandout(mine);
  render(Links, { handout: mine });
  noteVisit(linkIn(link(1))!.token);
  const [{ visited_ms } = mine] = handouts();
  await call('Mia');
  expect(handouts()).toEqual([{ ...mine, names: { 4: 'Mia' }, visited_ms }]);
  expect(visited_ms).toBeDefined();
  forgetHandout(mine.expires_ms);
  await call('Max');
  expect(handouts()).toEqual([]);
});

test('copying that fails gives the selected text instead, and says so', async () => {
  const refuse = (): Promise<never> => Promise.reject(new DOMException('', 'NotAllowedError'));
  vi.stubGlobal('navigator', { languages: ['en'], clipboard: { writeText: refuse } });
  render(Links, { handout: handout() });
  press('Copy the invitation for seat 4');
  const dialog = await screen.findByRole('dialog', { name: 'Please copy it yourself' });
  const field = dialog.querySelector('textarea')!;
  expect(field.value).toContain(link(4));
  expect([field.selectionStart, field.selectionEnd]).toEqual([0, field.value.length]);
});

test('without a clipboard at all, on a page without https, it is the same', async () => {
  vi.stubGlobal('navigator', { languages: ['en'] });
  render(Links, { handout: handout() });
  press('Copy the invitation for seat 4');
  await screen.findByRole('dialog', { name: 'Please copy it yourself' });
});

test('a clipboard that never answers is waited for a second', async () => {
  vi.useFakeTimers();
  const never = (): Promise<never> => new Promise(() => undefined);
  vi.stubGlobal('navigator', { languages: ['en'], clipboard: { writeText: never } });
  render(Links, { handout: handout() });
  press('Copy the invitation for seat 4');
  await vi.advanceTimersByTimeAsync(1000);
  vi.useRealTimers();
  await screen.findByRole('dialog', { name: 'Please copy it yourself' });
});

test('a share sheet is offered where there is one, and closing it is no failure', async () => {
  const share = vi.fn(() => Promise.reject(new DOMException('', 'AbortError')));
  vi.stubGlobal('navigator', { languages: ['en'], share });
  render(Links, { handout: handout() });
  press('Link, mail and QR code of seat 4');
  await tick();
  press('Share the invitation for seat 4');
  expect(share).toHaveBeenCalledWith(
    expect.objectContaining({ text: expect.stringContaining(link(4)) as string }),
  );
  await screen.findByRole('img', { name: 'QR code of the link of seat 4' });
});

test('links are forgotten only after a question', async () => {
  const showFront = vi.spyOn(navigation, 'showFront');
  render(Links, { handout: handout() });
  press('All handed out: forget the links here');
  await tick();
  press('Keep them here');
  await tick();
  expect(handouts().length).toBe(1);
  press('All handed out: forget the links here');
  await tick();
  press('Forget them');
  expect(handouts()).toEqual([]);
  expect(showFront).toHaveBeenCalledOnce();
});

test('beside links that are kept it says how soon Safari forgets them', () => {
  render(Links, { handout: handout() });
  expect(screen.getByText(/Safari forgets them after a week without a visit/)).toBeTruthy();
});

test('that a circle ends unless somebody enters is said as long as nobody has', () => {
  const ends = () => screen.queryByText(/^Somebody has to enter once before/);
  const mine = handout();
  const before = render(Links, { handout: mine });
  expect(ends()).toBeTruthy();
  before.unmount();
  noteVisit(linkIn(link(1))!.token);
  render(Links, { handout: handouts()[0]! });
  expect(ends()).toBe(null);
});

test('where the browser keeps nothing, the page says that the links are only here', () => {
  vi.stubGlobal('localStorage', null);
  render(Links, { handout: handout() });
  expect(screen.queryByText(/kept in this browser/)).toBe(null);
  expect(screen.getByText(/the links are only here/)).toBeTruthy();
});
