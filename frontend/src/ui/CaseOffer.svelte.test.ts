import { render } from '@testing-library/svelte';
import { beforeEach, expect, test } from 'vitest';
import type { View } from '../protocol';
import { announcer } from '../lib/announcer.svelte';
import { words } from '../lib/circle-words';
import { aSeat, aView } from '../lib/testing';
import CaseOffer from './CaseOffer.svelte';
import TestingRoom from './TestingRoom.svelte';

beforeEach(() => announcer.clear());

test('whoever is asked to present is told so', () => {
  const seats = [aSeat(aView().you.number, { asked: true })];
  render(TestingRoom, { part: CaseOffer, view: { ...aView(), phase: 'call_for_case', seats } });
  expect(announcer.polite).toBe(words.cases.asked);
});

test.each([
  [false, words.cases.offered],
  [true, words.cases.offeredToAll],
])('whoever offers a case hears who knows of it: everybody, %s', async (all, said) => {
  const view = aView(['offer_case']);
  const frame = { ...view.frame, offers_seen_by_all: all };
  const seats = [aSeat(view.you.number, { offer: 'standing' })];
  const before = { ...view, frame, seats: [aSeat(view.you.number)] };
  const { rerender } = render(TestingRoom, { part: CaseOffer, view: before });
  expect(announcer.polite).toBe('');
  await rerender({ view: { ...aView(['withdraw_offer']), frame, seats } });
  expect(announcer.polite).toBe(said);
});

test('of one’s offer only the offering is told, and neither that it stands nor being named', async () => {
  announcer.howMuch = 'nothing';
  const offers = (offer: 'none' | 'standing', is: Partial<View['you']> = {}): View => {
    const view = aView(offer === 'none' ? ['offer_case'] : ['withdraw_offer']);
    const seats = [aSeat(view.you.number, { offer })];
    return { ...view, you: { ...view.you, ...is }, seats };
  };
  const { rerender } = render(TestingRoom, { part: CaseOffer, view: offers('standing') });
  expect(announcer.polite).toBe('');
  await rerender({ view: offers('none', { role: 'presenter', can: ['withdraw_offer'] }) });
  expect(announcer.polite).toBe('');
  await rerender({ view: offers('none') });
  await rerender({ view: offers('standing') });
  expect(announcer.polite).toBe(words.cases.offered);
  announcer.howMuch = 'all';
});
