import { render } from '@testing-library/svelte';
import { expect, test } from 'vitest';
import { announcer } from '../lib/announcer.svelte';
import { words } from '../lib/circle-words';
import { aSeat, aView } from '../lib/testing';
import CaseOffer from './CaseOffer.svelte';
import InRoom from './InRoom.svelte';

test('whoever is asked to present is told so', () => {
  const seats = [aSeat(aView().you.number, { asked: true })];
  render(InRoom, { part: CaseOffer, view: { ...aView(), phase: 'call_for_case', seats } });
  expect(announcer.polite).toBe(words.cases.asked);
});
