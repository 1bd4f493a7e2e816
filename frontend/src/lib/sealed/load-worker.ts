import url from './worker?worker&url';

interface TrustedTypes {
  createPolicy(
    name: string,
    rules: { createScriptURL(asked: string): string },
  ): { createScriptURL(asked: string): string };
}

let address = url;

/** Trusted Types take no address of a script but this one. A policy is made once. */
const policy = (globalThis as { trustedTypes?: TrustedTypes }).trustedTypes?.createPolicy(
  'sealing-worker',
  { createScriptURL: (asked) => (asked === address ? asked : '') },
);

/**
 * Loads the script of the worker that seals; what comes has to be what index.html names by its hash (Subresource Integrity),
 * which browsers check of no worker by themselves. Rejects where it is not. Answers with what starts such a worker.
 */
export async function loadWorker(): Promise<() => Worker> {
  const integrity = integrityOf(url);
  if (integrity && address === url)
    address = URL.createObjectURL(await (await fetch(url, { integrity })).blob());
  return () => new Worker(policy?.createScriptURL(address) ?? address, { type: 'module' });
}

/** Nothing at the development server, where nothing is built. */
function integrityOf(file: string): string | undefined {
  const map = document.querySelector('script[type=importmap]')?.textContent;
  return map
    ? (JSON.parse(map) as { integrity: Record<string, string> }).integrity[file]
    : undefined;
}
