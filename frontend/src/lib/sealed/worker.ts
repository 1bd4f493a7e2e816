/** The worker of sealed voices: a thread and a file of its own, so that nothing that the page does makes a voice wait. */

import type { FromWorker, ToWorker } from './messages';
import { SealedVoices, type Transformer } from './voices';

interface Scope {
  onrtctransform: ((event: { transformer: Transformer }) => void) | null;
  onmessage: ((event: { data: ToWorker }) => void) | null;
  postMessage(message: FromWorker): void;
}

const scope = self as unknown as Scope;
const voices = new SealedVoices((message) => scope.postMessage(message));

// Set before anything is waited for: a browser does not tell later of what has come before.
scope.onrtctransform = ({ transformer }) => void voices.take(transformer);
scope.onmessage = ({ data }) => void voices.hear(data);
