import { render, screen } from '@testing-library/svelte';
import { afterEach, expect, test, vi } from 'vitest';
import { words } from '../lib/front-words';
import LostByMail from './LostByMail.svelte';

const json = (what: object, status = 200): Response =>
  new Response(JSON.stringify(what), { status });

/** A server that answers so to each of these paths. */
function serves(answers: Record<string, () => Response>): void {
  vi.stubGlobal('fetch', async (path: string) => answers[path]!());
}

async function asks(): Promise<void> {
  const field = await screen.findByLabelText<HTMLInputElement>(words.lostLink.byMail);
  field.value = 'mia@example.org';
  field.dispatchEvent(new Event('input'));
  field.form!.requestSubmit();
}

afterEach(() => vi.unstubAllGlobals());

test('a server that sends no mail offers none', async () => {
  serves({ '/api/mail': () => json({ sends: false }) });
  const { container } = render(LostByMail);
  await new Promise((done) => setTimeout(done));
  expect(container.querySelector('form')).toBe(null);
});

test.each([
  ['what the server says is shown', () => json({ detail: 'On its way.' }, 202), 'On its way.'],
  ['so is what it refuses', () => json({ detail: 'No address.' }, 422), 'No address.'],
])('%s', async (_, answer, said) => {
  serves({ '/api/mail': () => json({ sends: true }), '/api/group/lost-link': answer });
  render(LostByMail);
  await asks();
  expect(await screen.findByText(said)).toBeTruthy();
});

test('a server that does not answer is told of', async () => {
  const lost = (): never => {
    throw new TypeError('offline');
  };
  serves({ '/api/mail': () => json({ sends: true }), '/api/group/lost-link': lost });
  render(LostByMail);
  await asks();
  expect(await screen.findByText(words.noAnswer)).toBeTruthy();
});
