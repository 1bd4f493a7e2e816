import { render, screen, waitFor, within } from '@testing-library/svelte';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { aMeeting, heldMeeting, leadingGroup } from '../../lib/group/testing';
import { press, type } from '../../lib/group/testing-hand';
import { TestGroupServer } from '../../lib/group/testing-server';
import { groupWords as words } from '../../lib/group/words';
import GroupVisit from './GroupVisit.svelte';

/** The days that forms begin with and allow, also on a page that has been open for days. */
const link = { token: 'g.WyJHIiwx.c2lnbmVkLWJ5LXRoaXMtc2VydmV', key: null };
const shown = (meetings = [aMeeting()]) => leadingGroup({ meetings });
const laterMs = Date.parse('2027-01-20T12:00Z');

beforeEach(() => {
  localStorage.clear();
  vi.stubGlobal('navigator', { languages: ['en'] });
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.unstubAllEnvs();
});

test.each([
  ['Pacific/Auckland', '2026-12-31T20:00Z', '2027-01-01', '2027-01-01'],
  ['America/Los_Angeles', '2027-01-01T04:00Z', '2026-01-01', '2026-12-31'],
])('in %s a certificate is of this year, and until today', async (tz, now, from, until) => {
  vi.stubEnv('TZ', tz);
  new TestGroupServer({ ...shown([heldMeeting()]), now_ms: Date.parse(now) }, () => ({}));
  render(GroupVisit, { link });
  const field = await screen.findByLabelText<HTMLInputElement>(words.attendance.until);
  expect(field.value).toBe(until);
  expect(screen.getByLabelText<HTMLInputElement>(words.attendance.from).value).toBe(from);
});

test('a page that has been open for days knows what day it is', async () => {
  const server = new TestGroupServer(shown([heldMeeting()]), () => ({}));
  render(GroupVisit, { link });
  const until = await screen.findByLabelText<HTMLInputElement>(words.attendance.until);
  const inPerson = screen.getAllByLabelText<HTMLInputElement>(words.lead.on).at(-1)!;
  server.changes({ now_ms: laterMs });
  await waitFor(() => expect(inPerson.max).toBe('2027-01-20'));
  expect(until.value).toBe('2027-01-20');
  expect(screen.getByLabelText<HTMLInputElement>(words.plan.first).min).toBe('2027-01-20');
});

test('no day has a year of more than four digits, which the server does not read', async () => {
  const [next] = leadingGroup().meetings;
  new TestGroupServer(shown([{ ...heldMeeting(), number: 19 }, next!]), () => ({}));
  render(GroupVisit, { link });
  await screen.findByLabelText(words.plan.first);
  const days = [...document.querySelectorAll<HTMLInputElement>('input[type="date"]')];
  expect(days).toHaveLength(5);
  for (const { max } of days) expect(max).toMatch(/^\d{4}-\d\d-\d\d$/);
});

test('a group whose zone this browser does not know is led by it all the same', async () => {
  const server = new TestGroupServer(leadingGroup({ zone: 'Mars/Olympus' }), () => ({}));
  render(GroupVisit, { link });
  const [on, inPerson] = await screen.findAllByLabelText<HTMLInputElement>(words.lead.on);
  expect(document.querySelectorAll('.large .day + .hours')).toHaveLength(1);
  expect(screen.queryByText(/18:00/, { selector: '.hint' })).toBe(null);
  expect([on!.value, inPerson!.max]).toEqual(['', '']);
  expect(screen.getByLabelText<HTMLInputElement>(words.plan.first).min).toBe('');
  await type(screen.getAllByLabelText<HTMLInputElement>('Minutes')[0]!, '120');
  const move = screen.getByRole('button', { name: words.lead.move });
  move.click();
  await waitFor(() => expect(server.commands).toHaveLength(1));
  await waitFor(() => expect(move.getAttribute('aria-busy')).toBe('false'));
  await type(on!, '2027-01-13');
  move.click();
  await waitFor(() => expect(server.commands).toHaveLength(2));
  const asked = { type: 'move_meeting', minutes: 120, on: null, at: null };
  expect(server.commands).toMatchObject([asked, { ...asked, on: '2027-01-13' }]);
});

test('whoever was ticked and has left the group is not said to have been in the room', async () => {
  const server = new TestGroupServer(shown(), () => ({}));
  render(GroupVisit, { link });
  const mia = await screen.findByLabelText(words.confirming.wasThere('Mia'));
  mia.click();
  screen.getByLabelText(words.confirming.wasThere('Finn')).click();
  server.changes({ people: server.view.people.filter(({ name }) => name !== 'Mia') });
  await waitFor(() => expect(mia.isConnected).toBe(false));
  await type(screen.getAllByLabelText<HTMLInputElement>(words.lead.on).at(-1)!, '2027-01-10');
  press(words.confirming.addInPerson);
  await waitFor(() =>
    expect(server.commands[0]).toMatchObject({ present: [{ person: 2, minutes: 90 }] }),
  );
});

test('who facilitated in the room is said of those who were there', async () => {
  const server = new TestGroupServer(shown(), () => ({}));
  render(GroupVisit, { link });
  const ticks = async (name: string) =>
    (await screen.findByLabelText(words.confirming.wasThere(name))).click();
  await ticks('Mia');
  const led = within(await screen.findByRole('group', { name: words.confirming.parts }));
  (await led.findByLabelText('Mia')).click();
  await ticks('Finn');
  expect((await led.findByLabelText<HTMLInputElement>('Finn')).checked).toBe(true);
  expect(led.queryByLabelText('Frida')).toBe(null);
  await type(screen.getAllByLabelText<HTMLInputElement>(words.lead.on).at(-1)!, '2027-01-10');
  press(words.confirming.addInPerson);
  await waitFor(() => expect(server.commands[0]).toMatchObject({ led: [2, 4] }));
});
