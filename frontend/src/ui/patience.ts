import { configure } from '@testing-library/svelte';

/** Tests wait for what must come: on a machine that does much else, it comes later. */
configure({ asyncUtilTimeout: 20_000 });
