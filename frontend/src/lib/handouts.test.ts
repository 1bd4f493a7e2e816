import { beforeEach, expect, test, vi } from 'vitest';
import type { CreatedCircle, Role } from '../protocol';
import { invitationText, invitedAs, linksAsText, LISTS, mailto } from './handing-out';
import { forgetHandout, handouts, keepHandout, noteVisit, type Handout } from './handouts';
import { linkIn } from './invitation';
import { linksEn as en } from './links-words';

const ROLES: Role[] = ['facilitator', 'facilitator', 'member', 'member', 'observer'];
const link = (seat: number): string =>
  `https://circle.example/#WyJ4Iiw${seat}XQ.c2lnbmVkLWJ5LXRoaXMtc2VydmV`;
const created = (expires_ms: number): CreatedCircle => ({
  title: 'Tuesday group',
  expires_ms,
  invitations: ROLES.map((role, index) => ({ seat: index + 1, role, link: link(index + 1) })),
});
const handout = (expires_ms = Date.now() + 1e6): Handout => ({
  ...created(expires_ms),
  sentence: '',
  names: { 3: 'Mia of the ward' },
});

beforeEach(() => {
  const kept = new Map<string, string>();
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
    size: () => kept.size,
  });
});

test('links are kept with the names one has given them, until they are forgotten', () => {
  const mine = handout();
  expect(keepHandout(mine)).toBe(true);
  expect(handouts()).toEqual([mine]);
  keepHandout({ ...mine, names: { 4: 'Max' } });
  expect(handouts().map(({ names }) => names)).toEqual([{ 4: 'Max' }]);
  forgetHandout(mine.expires_ms);
  expect(handouts()).toEqual([]);
  expect((localStorage as unknown as { size(): number }).size()).toBe(0);
});

test('each circle is kept by itself, the newest first', () => {
  const [one, two] = [handout(Date.now() + 1e6), handout(Date.now() + 2e6)];
  keepHandout(one);
  keepHandout(two);
  expect(handouts()).toEqual([two, one]);
  forgetHandout(two.expires_ms);
  expect(handouts()).toEqual([one]);
});

test('the links of a circle stay as long as it can wait for its meeting, once somebody has entered', () => {
  vi.useFakeTimers({ now: 0 });
  const [day, mine] = [24 * 3_600_000, handout(7 * 24 * 3_600_000)];
  keepHandout(mine);
  vi.setSystemTime(8 * day);
  expect(handouts()).toEqual([mine]);
  vi.setSystemTime(98 * day);
  expect(handouts()).toEqual([]);
  vi.useRealTimers();
});

test('W12: they stay as long again after each time that somebody entered from here by one of them', () => {
  vi.useFakeTimers({ now: 0 });
  const [day, mine] = [24 * 3_600_000, handout(7 * 24 * 3_600_000)];
  keepHandout(mine);
  vi.setSystemTime(60 * day);
  noteVisit('another.c2ln');
  expect(handouts()).toEqual([mine]);
  noteVisit(linkIn(link(3))!.token);
  vi.setSystemTime(149 * day);
  expect(handouts()).toEqual([{ ...mine, visited_ms: 60 * day }]);
  vi.setSystemTime(151 * day);
  expect(handouts()).toEqual([]);
  vi.useRealTimers();
});

test.each(['{}', '[1, null, {}]', '[{"title": "x", "expires_ms": 9e15}]'])(
  'kept as %j there are none',
  (kept) => {
    localStorage.setItem('links to hand out', kept);
    expect(handouts()).toEqual([]);
  },
);

test('a list for members holds no link of a facilitator, and no name', () => {
  const text = linksAsText(handout(), LISTS.others, en);
  expect(text).toBe(
    `Tuesday group\n\nMembers\nSeat 3: ${link(3)}\nSeat 4: ${link(4)}\n\nObservers\nSeat 5: ${link(5)}`,
  );
});

test('the reader’s own link stands in no list', () => {
  expect(linksAsText(handout(), LISTS.facilitators, en)).toBe(
    `Tuesday group\n\nFacilitators\nSeat 2: ${link(2)}`,
  );
  expect(invitedAs(handout(), 'facilitator').map(({ seat }) => seat)).toEqual([2]);
});

test.each(['member', 'facilitator', 'observer'] as const)(
  'an invitation of a %s holds title, frame, link and how to join, and nobody’s name',
  (role) => {
    const invitation = handout().invitations.findLast((one) => one.role === role)!;
    const text = invitationText(handout(), invitation, en);
    expect(text).toContain('“Tuesday group”');
    expect(text).toContain(en.frame.confidence);
    expect(text).toContain('To join, open the link');
    expect(text).toContain(`\n${invitation.link}\n`);
    expect(linkIn(text)?.token).toBe(invitation.link.split('#')[1]);
    expect(text).not.toContain('Mia of the ward');
    const own = invitationText({ ...handout(), sentence: 'We keep it here.' }, invitation, en);
    expect(own).toContain('this is what we agree on: We keep it here.\n');
  },
);

test('a mail has its lines, and every character of the text', () => {
  const mail = new URL(mailto('Your seat & “mine”', 'One\n\nTwo + #3?'));
  expect(mail.protocol).toBe('mailto:');
  expect(mail.searchParams.get('subject')).toBe('Your seat & “mine”');
  expect(mail.search).toContain('One%0D%0A%0D%0ATwo%20%2B%20%233%3F');
});
