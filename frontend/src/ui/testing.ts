import { configure } from '@testing-library/svelte';
import { afterEach, vi } from 'vitest';
import { announcer } from '../lib/announcer.svelte';

/** Tests wait for what must come: on a machine that does much else, it comes later. */
configure({ asyncUtilTimeout: 20_000 });

/** The next test opens an empty page anew, and nothing still comes that this one has asked for. */
afterEach(async () => {
  vi.useRealTimers();
  await vi.dynamicImportSettled();
  announcer.clear();
  document.body.replaceChildren();
  localStorage.clear();
  sessionStorage.clear();
  history.replaceState(null, '', '/');
});
