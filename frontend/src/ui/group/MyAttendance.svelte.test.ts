import { render, screen } from '@testing-library/svelte';
import { beforeEach, expect, test, vi } from 'vitest';
import { aGroup, heldMeeting } from '../../lib/group/testing';
import { press, type } from '../../lib/group/testing-hand';
import { TestGroupServer } from '../../lib/group/testing-server';
import { groupWords as words } from '../../lib/group/words';
import GroupVisit from './GroupVisit.svelte';

const link = { token: 'g.WyJHIiwx.c2lnbmVkLWJ5LXRoaXMtc2VydmV', key: null };

beforeEach(() => {
  localStorage.clear();
  vi.stubGlobal('navigator', { languages: ['en'] });
});

test.each([
  [{ confirmed: false, too_late: false }, words.attendance.unconfirmed],
  [{ confirmed: false, too_late: true }, words.attendance.lapsed],
  [{ confirmed: true, too_late: true }, words.attendance.confirmed],
])('of a meeting that is %o it says so', async (held, says) => {
  new TestGroupServer(aGroup({ meetings: [{ ...heldMeeting(held), leading: null }] }), () => ({}));
  render(GroupVisit, { link });
  await screen.findByText(says);
});

test.each([words.attendance.download, words.attendance.print])(
  'days the wrong way round are told at each press: %s',
  async (button) => {
    new TestGroupServer(aGroup({ meetings: [heldMeeting()] }), () => ({}));
    render(GroupVisit, { link });
    await type(await screen.findByLabelText(words.attendance.from), '2100-01-01');
    press(button);
    const first = await screen.findByText(words.attendance.noSpan);
    press(button);
    await vi.waitFor(() => expect(screen.getByText(words.attendance.noSpan)).not.toBe(first));
  },
);
