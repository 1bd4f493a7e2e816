import { render, screen, waitFor } from '@testing-library/svelte';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { announcer } from '../../lib/announcer.svelte';
import { aGroup, aMeeting } from '../../lib/group/testing';
import { TestGroupServer } from '../../lib/group/testing-server';
import { groupWords } from '../../lib/group/words';
import GroupVisit from './GroupVisit.svelte';

const link = { token: 'g.WyJHIiwx.c2lnbmVkLWJ5LXRoaXMtc2VydmV', key: null };
const olga = {
  number: 8,
  name: 'Olga',
  role: 'member' as const,
  agreed: false,
  may_say: true,
  first: true,
};
const otto = { ...olga, number: 9, name: 'Otto', may_say: false, first: false };
const agreedTo = { ...olga, agreed: true, may_say: false, first: false };

beforeEach(() => {
  localStorage.clear();
  vi.stubGlobal('navigator', { languages: ['en'] });
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

test('whoever comes after all agrees to the guest first, also once the meeting has begun', async () => {
  const today = { may_enter: true, coming: false, starts_ms: aGroup().now_ms - 60_000 };
  const meeting = aMeeting({ ...today, guests: [olga, otto] });
  const server = new TestGroupServer(aGroup({ meetings: [meeting] }), () => ({
    meetings: [{ ...meeting, guests: [agreedTo, otto] }],
  }));
  render(GroupVisit, { link });
  await screen.findByText(groupWords.guests.first);
  const enter = screen.getByRole('button', { name: 'Enter the meeting' });
  expect(enter.getAttribute('aria-disabled')).toBe('true');
  expect(document.getElementById(enter.getAttribute('aria-describedby')!)!.textContent).toBe(
    groupWords.guests.first,
  );
  const say = vi.spyOn(announcer, 'say');
  enter.click();
  expect(say).toHaveBeenCalledWith(groupWords.guests.first, 'answer', groupWords.lang);
  expect(screen.queryByText('I agree to Otto')).toBeNull();
  screen.getByText('I agree to Olga').click();
  await waitFor(() => expect(enter.getAttribute('aria-disabled')).toBe('false'));
  expect(enter.hasAttribute('aria-describedby')).toBe(false);
  expect(server.commands).toEqual([
    { type: 'agree_to_guest', meeting: 20, guest: 8, agrees: true },
  ]);
  expect(screen.queryByText(groupWords.guests.first)).toBeNull();
});

test('once the meeting is opened nothing is offered that is not taken any more', async () => {
  const soon = { may_enter: true, starts_ms: aGroup().now_ms + 60_000 };
  const before = { ...agreedTo, may_say: true };
  const server = new TestGroupServer(
    aGroup({ meetings: [aMeeting({ ...soon, guests: [before, otto] })] }),
    () => ({}),
  );
  render(GroupVisit, { link });
  expect(await screen.findByText('Take it back')).toBeTruthy();
  server.changes({ meetings: [aMeeting({ ...soon, guests: [agreedTo, otto] })] });
  await waitFor(() => expect(screen.queryByText('Take it back')).toBeNull());
  expect(screen.getByText(/You agree to Olga/u)).toBeTruthy();
  expect(screen.queryByText(/Otto/u)).toBeNull();
});

test('an impatient second press does not take back what the first has agreed to', async () => {
  const ask = (agreed: boolean) => ({ meetings: [aMeeting({ guests: [{ ...olga, agreed }] })] });
  const server = new TestGroupServer(aGroup(ask(false)), (command) =>
    ask(command.type === 'agree_to_guest' && command.agrees),
  );
  const clicks = async (name: string, laterMs = 0): Promise<void> => {
    const button = await screen.findByRole('button', { name });
    const click = new MouseEvent('click', { bubbles: true });
    Object.defineProperty(click, 'timeStamp', { value: performance.now() + laterMs });
    vi.stubGlobal('event', click);
    button.dispatchEvent(click);
  };
  const agreed = () =>
    server.commands.map((command) => command.type === 'agree_to_guest' && command.agrees);
  render(GroupVisit, { link });
  await clicks(groupWords.guests.agree('Olga'));
  await clicks(groupWords.guests.takeBack);
  expect(agreed()).toEqual([true]);
  await clicks(groupWords.guests.takeBack, 10_000);
  expect(agreed()).toEqual([true, false]);
});
