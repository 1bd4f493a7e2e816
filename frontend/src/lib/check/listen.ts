import type { Microphone } from '../microphone.svelte';
import type { MicrophoneState } from '../microphone/state';
import type { Finding, Found } from './finding';
import { pause } from './patience';

const ANSWERED_WITHIN_MS = 30_000;
const LISTENS_MS = 5000;
const LOOKS_EVERY_MS = 100;
/** A room in which somebody speaks is louder. */
const HEARD_DB = -55;

const FOUND: Record<Exclude<MicrophoneState['is'], 'open'>, Found> = {
  released: 'running',
  asking: 'running',
  waiting: 'asked',
  denied: 'denied',
  busy: 'busy_device',
  none: 'none',
  insecure: 'insecure',
  withheld: 'withheld',
  ended: 'ended',
  muted: 'switched_off',
  silent: 'silent',
};

/**
 * Asks for the microphone and listens for a while whether it gives sound. `tell` is told what is so meanwhile. Nothing of it
 * is sent or kept. What was not open before is given back, unless the check is `left`: then it is somebody else's by now.
 */
export async function listen(
  microphone: Microphone,
  tell: (finding: Finding) => void,
  left: AbortSignal,
): Promise<Finding> {
  const wasOpen = microphone.stream !== null;
  try {
    void microphone.open();
    return (
      (await asked(microphone, tell, left)) ??
      (await heard(microphone, left)) ??
      (await asked(microphone, tell, left)) ?? { is: 'quiet' }
    );
  } finally {
    if (!wasOpen && !left.aborted) microphone.release();
  }
}

/** What speaks against it; null as soon as it is open. */
async function asked(
  microphone: Microphone,
  tell: (finding: Finding) => void,
  left: AbortSignal,
): Promise<Finding | null> {
  for (let waited = 0; waited < ANSWERED_WITHIN_MS && !left.aborted; waited += LOOKS_EVERY_MS) {
    const { is } = microphone.state;
    if (microphone.stream) return null;
    const found = is === 'open' ? 'running' : FOUND[is];
    if (found !== 'running' && found !== 'asked') return { is: found };
    tell({ is: found });
    await pause(LOOKS_EVERY_MS);
  }
  return { is: 'unanswered' };
}

/** What it gives; null where it has given nothing so far, or another one is being opened meanwhile. */
async function heard(microphone: Microphone, left: AbortSignal): Promise<Finding | null> {
  for (let waited = 0; waited < LISTENS_MS && !left.aborted; waited += LOOKS_EVERY_MS) {
    await pause(LOOKS_EVERY_MS);
    if (microphone.state.is === 'open' && microphone.db() >= HEARD_DB) return { is: 'gives_sound' };
  }
  const { is } = microphone.state;
  return is === 'muted' || is === 'silent' ? { is: FOUND[is] } : null;
}
