import { render, screen } from '@testing-library/svelte';
import { afterEach, expect, test, vi } from 'vitest';
import type { CreatedCircle, NewCircle } from '../protocol';
import { words } from '../lib/front-words';
import { choose } from '../lib/group/testing-hand';
import { inTab } from '../lib/storage';
import NewCircleForm from './NewCircleForm.svelte';

const CREATED = { invitations: [{ seat: 1, role: 'facilitator', link: 'https://host/#token' }] };
const OPEN = { name: 'Open the circle' };

/** The form filled in, and the circle as its page comes to have it. */
function filledIn(): { asked: () => NewCircle; created: () => CreatedCircle } {
  const asks = vi.fn<typeof fetch>(() => Promise.resolve(Response.json(CREATED)));
  vi.stubGlobal('fetch', asks);
  const oncreated = vi.fn<(created: CreatedCircle, sentence: string) => void>();
  render(NewCircleForm, { oncreated });
  screen.getByLabelText<HTMLInputElement>(/What is this circle called/).value = 'Tuesday';
  return {
    asked: () => JSON.parse(asks.mock.lastCall![1]!.body as string) as NewCircle,
    created: () => oncreated.mock.lastCall![0],
  };
}

afterEach(() => vi.unstubAllGlobals());

test('while a circle is opened the button keeps the focus, and pressing it again opens no other', async () => {
  let answer: (response: Response) => void = () => {};
  const asks = vi.fn(() => new Promise<Response>((answers) => (answer = answers)));
  vi.stubGlobal('fetch', asks);
  render(NewCircleForm, { oncreated: () => {} });
  screen.getByLabelText<HTMLInputElement>(/What is this circle called/).value = 'Tuesday';
  screen.getByLabelText(/^Sealed:/).click();
  const button = screen.getByRole<HTMLButtonElement>('button', { name: 'Open the circle' });
  button.form!.requestSubmit();
  button.form!.requestSubmit();
  await vi.waitFor(() => expect(button.getAttribute('aria-busy')).toBe('true'));
  expect(asks).toHaveBeenCalledOnce();
  expect(button.disabled, 'a disabled button loses the focus').toBe(false);
  answer(new Response('{}', { status: 503 }));
  await vi.waitFor(() => expect(button.getAttribute('aria-busy')).toBe('false'));
  expect(screen.getByRole('alert').textContent).not.toBe('');
});

test('a circle is sealed unless one chooses otherwise, and the server has its lock and no key', async () => {
  const { asked, created } = filledIn();
  expect(screen.getByText(words.sealing.means)).toBeTruthy();
  screen.getByRole('button', OPEN).click();
  await vi.waitFor(() => expect(created()).toBeTruthy());
  expect(created().invitations[0]!.link).toMatch(/^https:\/\/host\/#token~[a-z2-7]{28}$/);
  expect(asked().lock).toMatch(/^[0-9a-f]{16}$/);
  expect(JSON.stringify(asked())).not.toContain(created().invitations[0]!.link.split('~')[1]);
});

test('for older browsers one may open a circle that is not sealed, and is told what that means', async () => {
  const { asked, created } = filledIn();
  screen.getByLabelText(/^Sealed:/).click();
  expect(await screen.findByText(words.sealing.not)).toBeTruthy();
  screen.getByRole('button', OPEN).click();
  await vi.waitFor(() => expect(created()).toEqual(CREATED));
  expect(asked().lock).toBe(null);
});

test('where the browser cannot make a key, nothing is opened, and the form says so', async () => {
  filledIn();
  vi.stubGlobal('crypto', {});
  screen.getByRole('button', OPEN).click();
  await vi.waitFor(() => expect(screen.getByRole('alert').textContent).toBe(words.sealing.cannot));
  expect(fetch).not.toHaveBeenCalled();
});

test('where what makes the key cannot be loaded, nothing is opened, and the form says so', async () => {
  filledIn();
  vi.doMock('../lib/sealed/new-key', () => {
    throw new TypeError('offline');
  });
  screen.getByRole('button', OPEN).click();
  await vi.waitFor(() => expect(screen.getByRole('alert').textContent).toBe(words.part.unloaded));
  expect(fetch).not.toHaveBeenCalled();
  vi.doUnmock('../lib/sealed/new-key');
  screen.getByRole('button', OPEN).click();
  await vi.waitFor(() => expect(fetch).toHaveBeenCalled());
});

test('what was typed, and cannot be read any more, keeps nobody from opening a circle', async () => {
  inTab.set('a circle to be opened', 'no');
  const { asked } = filledIn();
  screen.getByRole('button', OPEN).click();
  await vi.waitFor(() => expect(asked().seats).toBe(12));
});

test('a plan of one’s own that was taken back by a slip of the hand stands there again; another template’s begins anew', async () => {
  const { asked } = filledIn();
  const own = screen.getByLabelText<HTMLInputElement>(words.front.ownPlan);
  const minutes = (): HTMLSelectElement =>
    screen.getAllByLabelText<HTMLSelectElement>('Minutes for Opening')[0]!;
  own.click();
  await vi.waitFor(() => expect(minutes().value).toBe('3'));
  await choose(minutes(), '9 min');
  own.click();
  await vi.waitFor(() => expect(screen.queryByLabelText(words.plan.title)).toBe(null));
  own.click();
  await vi.waitFor(() => expect(minutes().value).toBe('9'));
  own.click();
  await vi.waitFor(() => expect(screen.getByLabelText(words.front.template)).toBeTruthy());
  await choose(
    screen.getByLabelText<HTMLSelectElement>(words.front.template),
    words.template.one_case_90,
  );
  own.click();
  await vi.waitFor(() => expect(minutes().value).toBe('5'));
  screen.getByRole('button', OPEN).click();
  await vi.waitFor(() => expect(asked().steps!.length).toBe(9));
});
