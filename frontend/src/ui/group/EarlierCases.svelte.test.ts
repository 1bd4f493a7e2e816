import { render, screen } from '@testing-library/svelte';
import { tick } from 'svelte';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { leadingGroup } from '../../lib/group/testing';
import { TestGroupServer } from '../../lib/group/testing-server';
import { groupWords as words } from '../../lib/group/words';
import GroupVisit from './GroupVisit.svelte';

const link = { token: 'g.WyJHIiwx.c2lnbmVkLWJ5LXRoaXMtc2VydmV', key: null };

beforeEach(() => {
  localStorage.clear();
  vi.stubGlobal('navigator', { languages: ['en'] });
});
afterEach(() => vi.unstubAllGlobals());

test('earlier cases have a number and a date, and only this browser knows which were one’s own', async () => {
  const cases = [1, 2, 3].map((number) => ({ number, on_ms: Date.parse('2027-01-05T17:00Z') }));
  const server = new TestGroupServer(leadingGroup({ cases }), () => ({}));
  const { unmount } = render(GroupVisit, { link });
  (await screen.findByLabelText(/^Case 3, /)).click();
  unmount();
  render(GroupVisit, { link });
  const own = await screen.findByLabelText<HTMLInputElement>(/^Case 3, /);
  expect(own.checked).toBe(true);
  expect(screen.getByLabelText<HTMLInputElement>(/^Case 1, /).checked).toBe(false);
  own.click();
  await tick();
  expect(localStorage.length).toBe(0);
  expect(server.commands).toEqual([]);
});

test('a browser that is to forget the group forgets these ticks too, at once', async () => {
  const cases = [1, 2].map((number) => ({ number, on_ms: Date.parse('2027-01-05T17:00Z') }));
  new TestGroupServer(leadingGroup({ cases }), () => ({}));
  render(GroupVisit, { link });
  const own = await screen.findByLabelText<HTMLInputElement>(/^Case 2, /);
  const remembers = screen.getByLabelText('Remember this group in this browser');
  remembers.click();
  own.click();
  await tick();
  expect(own.checked).toBe(true);
  remembers.click();
  await tick();
  expect(own.checked).toBe(false);
  expect(localStorage.length).toBe(0);
});

const cases = [1, 2].map((number) => ({ number, on_ms: Date.parse('2027-01-05T17:00Z') }));
const caseIs = (number: number) =>
  screen.findByLabelText<HTMLInputElement>(new RegExp(`^Case ${number}, `));
/** Another window of this browser keeps this. */
const elsewhere = (key: string, value: unknown): void =>
  localStorage.setItem(key, JSON.stringify(value));

test('what was ticked in another window is not unticked by a tick in this one', async () => {
  new TestGroupServer(leadingGroup({ cases }), () => ({}));
  render(GroupVisit, { link });
  const own = await caseIs(2);
  elsewhere('own-cases', { uid: [1] });
  own.click();
  expect(JSON.parse(localStorage.getItem('own-cases')!)).toEqual({ uid: [1, 2] });
});

test('what was ticked in another window is ticked here', async () => {
  new TestGroupServer(leadingGroup({ cases }), () => ({}));
  render(GroupVisit, { link });
  const own = await caseIs(1);
  const remember = screen.getByLabelText<HTMLInputElement>(words.myself.remember);
  elsewhere('own-cases', { uid: [1] });
  elsewhere('groups', [{ ...link, lock: null, name: 'Tuesday group' }]);
  dispatchEvent(new StorageEvent('storage'));
  await tick();
  expect([own.checked, remember.checked]).toEqual([true, true]);
  localStorage.clear();
  dispatchEvent(new StorageEvent('storage'));
  await tick();
  expect([own.checked, remember.checked]).toEqual([false, false]);
});
