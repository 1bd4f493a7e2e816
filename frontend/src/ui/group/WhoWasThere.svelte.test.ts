import { render, screen, waitFor } from '@testing-library/svelte';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { GroupRefusal } from '../../protocol';
import { announcer } from '../../lib/announcer.svelte';
import { heldMeeting, leadingGroup } from '../../lib/group/testing';
import { choose, press, type } from '../../lib/group/testing-hand';
import { TestGroupServer } from '../../lib/group/testing-server';
import { groupWords as words } from '../../lib/group/words';
import GroupVisit from './GroupVisit.svelte';

const link = { token: 'g.WyJHIiwx.c2lnbmVkLWJ5LXRoaXMtc2VydmV', key: null };

beforeEach(() => {
  localStorage.clear();
  vi.stubGlobal('navigator', { languages: ['en'] });
});
afterEach(() => vi.unstubAllGlobals());

test('what another facilitator has corrected is in the form where it was not touched, and is not undone', async () => {
  const server = new TestGroupServer(leadingGroup({ meetings: [heldMeeting()] }), () => ({}));
  render(GroupVisit, { link });
  const mia = await screen.findByLabelText<HTMLInputElement>('Minutes of Mia');
  const finn = screen.getByLabelText<HTMLInputElement>('Minutes of Finn');
  await type(finn, '80');
  const [first] = server.view.meetings;
  const present = first!.leading!.present!.map((each) =>
    each.name === 'Mia' ? { ...each, present_ms: 60 * 60_000 } : each,
  );
  server.changes({ meetings: [heldMeeting({}, { present })] });
  await waitFor(() => expect(mia.value).toBe('60'));
  expect(finn.value).toBe('80');
  press('Confirm');
  await waitFor(() => expect(server.commands.length).toBe(2));
  expect(server.commands[0]).toMatchObject({ minutes: [{ person: 2, minutes: 80 }], cases: null });
});

test('who facilitated which case is said where the meeting is confirmed', async () => {
  const meetings = [heldMeeting({ cases: 2 })];
  const server = new TestGroupServer(leadingGroup({ meetings }), () => ({}));
  render(GroupVisit, { link });
  const frida = (await screen.findAllByLabelText<HTMLSelectElement>('Frida')).at(-1)!;
  expect(frida.selectedOptions[0]!.text).toBe('co-facilitates');
  await choose(frida, 'differs by case');
  await choose(await screen.findByLabelText('Case 2, Frida'), 'facilitates');
  press('Confirm');
  await waitFor(() => expect(server.commands.length).toBe(2));
  expect(server.commands.map((each) => each.type)).toEqual(['assign_parts', 'confirm_meeting']);
  expect(server.commands[0]).toMatchObject({
    parts: [
      { person: 1, part: 'co_lead', case: 1 },
      { person: 1, part: 'lead', case: 2 },
      { person: 2, part: 'co_lead', case: null },
    ],
  });
});

test('of a facilitator who was alone nothing is asked', async () => {
  const present = heldMeeting().leading!.present!.filter(({ name }) => name !== 'Finn');
  new TestGroupServer(leadingGroup({ meetings: [heldMeeting({}, { present })] }), () => ({}));
  render(GroupVisit, { link });
  const finn = await screen.findByLabelText<HTMLInputElement>('Minutes of Finn');
  expect(screen.queryByText('Who facilitated')).toBe(null);
  await type(finn, '45');
  expect(screen.getByText('Who facilitated')).toBeTruthy();
});

test('of whoever was there as a member it is not said that they facilitated, also if they do so now', async () => {
  const present = heldMeeting().leading!.present!.map((each) =>
    each.name === 'Finn' ? { ...each, role: 'member' as const } : each,
  );
  const meetings = [heldMeeting({ supervision: null }, { present })];
  new TestGroupServer(leadingGroup({ meetings }), () => ({}));
  render(GroupVisit, { link });
  await screen.findByLabelText('Minutes of Finn');
  expect(screen.queryByText('Who facilitated')).toBe(null);
  expect(screen.queryByLabelText(/supervision/iu)).toBe(null);
});

test('a meeting that took longer than any is planned is confirmed as it was', async () => {
  const present = heldMeeting().leading!.present!.map((each) => ({ ...each, present_ms: 15e6 }));
  const server = new TestGroupServer(
    leadingGroup({ meetings: [heldMeeting({}, { present })] }),
    () => ({}),
  );
  render(GroupVisit, { link });
  const mia = await screen.findByLabelText<HTMLInputElement>('Minutes of Mia');
  expect([mia.value, mia.validity.valid]).toEqual(['250', true]);
  press('Confirm');
  await waitFor(() => expect(server.commands.map(({ type }) => type)).toEqual(['confirm_meeting']));
});

test('that a meeting is confirmed is said once it is, and not when it was corrected', async () => {
  const says = vi.spyOn(announcer, 'say');
  const late: GroupRefusal = {
    detail: 'The time for that is over.',
    reason: 'too_late',
    edits: [],
  };
  new TestGroupServer(leadingGroup({ meetings: [heldMeeting()] }), ({ type }) =>
    type === 'confirm_meeting' ? late : {},
  );
  render(GroupVisit, { link });
  await type(await screen.findByLabelText<HTMLInputElement>('Minutes of Finn'), '80');
  press('Confirm');
  await screen.findByText(late.detail);
  expect(says.mock.calls.map(([what]) => what)).not.toContain(words.confirming.confirmed);
  says.mockRestore();
});

test('what is typed of a meeting stays where it is typed when another facilitator confirms it, until it is kept', async () => {
  const meetings = [heldMeeting({ confirmed: true })];
  const stale: GroupRefusal = { detail: 'stale', reason: 'stale', edits: [] };
  let confirmed = false;
  const server = new TestGroupServer(leadingGroup({ meetings: [heldMeeting()] }), () => {
    if (confirmed) return {};
    confirmed = true;
    server.changes({ meetings });
    return stale;
  });
  render(GroupVisit, { link });
  const finn = await screen.findByLabelText<HTMLInputElement>('Minutes of Finn');
  await type(finn, '80');
  press('Confirm');
  (await screen.findByRole('button', { name: words.stale.look })).click();
  await screen.findByText(words.stale.left);
  expect(screen.getByLabelText('Minutes of Finn')).toBe(finn);
  expect(finn.value).toBe('80');
  press('Keep the correction');
  await waitFor(() => expect(finn.isConnected).toBe(false));
  expect(server.commands.map(({ type }) => type)).toEqual(['correct_meeting', 'correct_meeting']);
  expect(screen.getByText(words.confirming.correct('Jan 10, 2027'))).toBeTruthy();
});

test('a meeting of which nothing is typed goes where it is corrected once another facilitator has confirmed it', async () => {
  const server = new TestGroupServer(leadingGroup({ meetings: [heldMeeting()] }), () => ({}));
  render(GroupVisit, { link });
  const finn = await screen.findByLabelText<HTMLInputElement>('Minutes of Finn');
  server.changes({ meetings: [heldMeeting({ confirmed: true })] });
  await waitFor(() => expect(finn.isConnected).toBe(false));
  const [again] = screen.getAllByLabelText<HTMLInputElement>('Minutes of Finn');
  await type(again!, '80');
  server.changes({ name: 'Wednesday group' });
  await screen.findByRole('heading', { name: 'Wednesday group' });
  expect(again!.isConnected).toBe(true);
  expect(screen.getAllByLabelText('Minutes of Finn')).toEqual([again]);
});

test('what of a meeting could not be kept stays typed, though something was kept before it', async () => {
  const late: GroupRefusal = { detail: 'No.', reason: 'too_late', edits: [] };
  const server = new TestGroupServer(leadingGroup({ meetings: [heldMeeting()] }), ({ type }) =>
    type === 'confirm_meeting' ? late : {},
  );
  render(GroupVisit, { link });
  const [vnr] = await screen.findAllByLabelText<HTMLInputElement>(words.confirming.vnr);
  await type(screen.getByLabelText<HTMLInputElement>('Minutes of Finn'), '80');
  await type(vnr!, '2760000000000000001');
  press('Confirm');
  await screen.findByText(late.detail);
  expect(server.commands.map((each) => each.type)).toEqual(['correct_meeting', 'confirm_meeting']);
  server.changes({ name: 'Wednesday group', meetings: [heldMeeting({ confirmed: true })] });
  await screen.findByRole('heading', { name: 'Wednesday group' });
  expect([vnr!.isConnected, vnr!.value]).toEqual([true, '2760000000000000001']);
});

test('what is typed while a meeting is being confirmed is not kept half typed', async () => {
  const server = new TestGroupServer(leadingGroup({ meetings: [heldMeeting()] }), () => ({}));
  render(GroupVisit, { link });
  const [vnr] = await screen.findAllByLabelText<HTMLInputElement>(words.confirming.vnr);
  await type(screen.getByLabelText<HTMLInputElement>('Minutes of Finn'), '80');
  let answers = (): void => {};
  server.line = new Promise<void>((resolve) => (answers = resolve));
  press('Confirm');
  await type(vnr!, '27600');
  answers();
  await waitFor(() => expect(server.commands.length).toBe(2));
  expect(server.commands[1]).toMatchObject({ type: 'confirm_meeting', vnr: '' });
  expect(vnr!.value).toBe('27600');
});

test('that nothing was changed is told at each press', async () => {
  const meetings = [heldMeeting({ confirmed: true })];
  new TestGroupServer(leadingGroup({ meetings }), () => ({}));
  render(GroupVisit, { link });
  await screen.findByText(words.confirming.keepCorrection);
  press(words.confirming.keepCorrection);
  const first = await screen.findByText(words.confirming.unchanged);
  press(words.confirming.keepCorrection);
  await waitFor(() => expect(screen.getByText(words.confirming.unchanged)).not.toBe(first));
});
