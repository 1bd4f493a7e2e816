import { configure } from '@testing-library/svelte';
import { afterEach, beforeEach, vi } from 'vitest';
import { announcer } from '../lib/announcer.svelte';

/** Tests wait for what must come: on a machine that does much else, it comes later. */
configure({ asyncUtilTimeout: 20_000 });

/** What the page of another test has said is over, also as it was taken down; and that its circle worked in silence. */
beforeEach(() => {
  announcer.clear();
  announcer.quiet = false;
  announcer.howMuch = 'all';
});

/** The next test opens an empty page anew, and nothing still comes that this one has asked for. */
afterEach(async () => {
  vi.useRealTimers();
  await vi.dynamicImportSettled();
  document.body.replaceChildren();
  localStorage.clear();
  sessionStorage.clear();
  history.replaceState(null, '', '/');
});
