import { fireEvent, render } from '@testing-library/svelte';
import { afterEach, expect, test, vi } from 'vitest';
import { words } from '../lib/circle-words';
import { aSeat, aView } from '../lib/testing';
import type { View, Waiting } from '../protocol';
import Title from './Title.svelte';

const waiting = { title: 'Tuesday' } as Waiting;
const view: View = { ...aView(), seats: [aSeat(3)] };
const letIn = (): boolean => document.title.startsWith(words.titles.letIn);

afterEach(() => vi.restoreAllMocks());

function hidden(is: boolean): Promise<unknown> {
  vi.spyOn(document, 'hidden', 'get').mockReturnValue(is);
  return fireEvent(document, new Event('visibilitychange'));
}

test('who was let in while looking elsewhere reads so until they look', async () => {
  await hidden(true);
  const { rerender } = render(Title, { view: null, waiting });
  expect(document.title).toContain(words.waiting.title);
  await rerender({ view, waiting: null });
  expect(letIn()).toBe(true);
  await rerender({ view: { ...view }, waiting: null });
  expect(letIn()).toBe(true);
  await hidden(false);
  expect(letIn()).toBe(false);
  await hidden(true);
  expect(letIn()).toBe(false);
});

test('who has looked on all the time sees it without being told', async () => {
  await hidden(false);
  const { rerender } = render(Title, { view: null, waiting });
  await rerender({ view, waiting: null });
  expect(letIn()).toBe(false);
  expect(document.title).toContain(words.phase.gathering);
});
