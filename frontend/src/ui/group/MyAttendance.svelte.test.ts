import { render, screen } from '@testing-library/svelte';
import { beforeEach, test, vi } from 'vitest';
import { aGroup, heldMeeting } from '../../lib/group/testing';
import { TestGroupServer } from '../../lib/group/testing-server';
import { groupWords as words } from '../../lib/group/words';
import GroupVisit from './GroupVisit.svelte';

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
  render(GroupVisit, { link: { token: 'g.WyJHIiwx.c2lnbmVkLWJ5LXRoaXMtc2VydmV', key: null } });
  await screen.findByText(says);
});
