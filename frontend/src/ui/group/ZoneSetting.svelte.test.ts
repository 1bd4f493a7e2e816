import { fireEvent, render, screen } from '@testing-library/svelte';
import { expect, test, vi } from 'vitest';
import { leadingGroup } from '../../lib/group/testing';
import { TestGroupServer } from '../../lib/group/testing-server';
import { groupWords as words } from '../../lib/group/words';
import GroupVisit from './GroupVisit.svelte';

test('the zones are drawn for those alone who look for one', async () => {
  vi.stubGlobal('navigator', { languages: ['en'] });
  new TestGroupServer(leadingGroup(), () => ({}));
  render(GroupVisit, { link: { token: 'g.WyJHIiwx.c2lnbmVkLWJ5LXRoaXMtc2VydmV', key: null } });
  const fold = (await screen.findByText(words.setting.zone)).closest('details')!;
  expect(screen.queryByLabelText(words.setting.zoneLabel)).toBeNull();
  fold.open = true;
  await fireEvent(fold, new Event('toggle'));
  const zone = await screen.findByLabelText<HTMLSelectElement>(words.setting.zoneLabel);
  expect(zone.value).toBe('Europe/Berlin');
  expect(zone.options.length).toBeGreaterThan(300);
});
