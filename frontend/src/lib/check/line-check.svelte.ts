import type { CheckOffer } from '../../protocol';
import { lookAtDoor } from '../api';
import { inTime } from '../in-time';
import type { Microphone } from '../microphone.svelte';
import { hasWebRtc } from '../webrtc';
import { offerBy, serversBy } from './candidates';
import { CheckSocket } from './check-socket';
import {
  SUBJECTS,
  verdict,
  WAYS,
  type CheckedWay,
  type Finding,
  type Findings,
  type Subject,
} from './finding';
import { listen } from './listen';
import { PATIENCE_MS } from './patience';
import { Tone } from './tone';
import { tryWay } from './try-way';

/** Where the server takes sound, for whoever has to let it through. */
export interface Servers {
  udp: string[];
  tcp: string[];
  relays: string[];
}

/** Tries everything that a circle needs, at the same time, each with its own deadline. Made for one run. */
export class LineCheck {
  findings = $state<Findings>(
    Object.fromEntries(SUBJECTS.map((subject) => [subject, { is: 'running' }])) as Findings,
  );
  servers = $state.raw<Servers>({ udp: [], tcp: [], relays: [] });
  readonly verdict = $derived(verdict(this.findings));
  /** In the server's words that this page was opened under another name than its own: nothing that is found counts then. */
  says = $state('');
  /** When it was over; null as long as it runs. */
  endedMs = $state<number | null>(null);
  #socket: CheckSocket | null = null;
  readonly #tone: Tone;
  readonly #left = new AbortController();

  /** `context` runs, or nothing can be sent to try the line with. */
  constructor(
    private readonly microphone: Microphone,
    context: AudioContext | null,
  ) {
    this.#tone = new Tone(context);
  }

  async run(): Promise<void> {
    const { protocol, host } = location;
    await Promise.all([
      this.#look('page', page()),
      this.#tryLines(`${protocol.replace('http', 'ws')}//${host}/ws/check`),
      this.#look(
        'microphone',
        listen(this.microphone, (finding) => this.#found('microphone', finding), this.#left.signal),
      ),
    ]);
    this.close();
    this.endedMs = Date.now();
  }

  /** It is over, or nobody waits for it any more. */
  close(): void {
    this.#left.abort();
    this.#socket?.close();
    this.#tone.stop();
  }

  async #tryLines(url: string): Promise<void> {
    const socket = (this.#socket = await CheckSocket.open(url, this.#left.signal));
    if (socket === null && this.findings.page.is !== 'blocked') await this.#lookAtName();
    const roundTripMs = (await socket?.roundTripMs()) ?? null;
    if (socket === null || roundTripMs === null) {
      const is = socket?.refused ?? null;
      this.#found('socket', { is: is ?? 'blocked' });
      return this.#allWays(is ?? 'untried');
    }
    this.#found('socket', { is: 'passes', measured: { roundTripMs, lost: null } });
    if (!hasWebRtc()) return this.#allWays('no_webrtc');
    await this.#tryWays(socket);
    if (socket.cut) this.#found('socket', { is: 'cut' });
    socket.close();
  }

  /** Of a socket that is refused browsers do not tell why. */
  async #lookAtName(): Promise<void> {
    const look = await lookAtDoor('');
    if (look && 'says' in look) this.says = look.says;
  }

  /** The first offer tells which ways there are; each way takes one of its own. */
  async #tryWays(socket: CheckSocket): Promise<void> {
    let offer = await socket.offer();
    if (offer === null) return this.#allWays(socket.refused ?? 'untried');
    const first = offer;
    const { sdp, ice_servers } = first;
    this.servers = {
      udp: serversBy('udp', sdp),
      tcp: serversBy('tcp', sdp),
      relays: ice_servers.flatMap(({ urls }) => urls),
    };
    const tried: Promise<void>[] = [];
    for (const way of WAYS) {
      if (!isSetUp(way, first)) {
        this.#found(way, { is: 'not_set_up' });
        continue;
      }
      offer ??= await socket.offer();
      if (offer === null) this.#found(way, { is: socket.refused ?? 'untried' });
      else tried.push(this.#look(way, this.#tryWay(way, offer, socket)));
      offer = null;
    }
    await Promise.all(tried);
  }

  /** What is found of a way while its offer ends with the socket says nothing of that way. */
  async #tryWay(
    way: CheckedWay,
    { line, sdp, ice_servers }: CheckOffer,
    socket: CheckSocket,
  ): Promise<Finding> {
    const by = { way, offer: offerBy(way, sdp)!, iceServers: ice_servers };
    const answer = (own: string): void => socket.answer(line, own);
    const finding = await tryWay(by, this.#tone.track, answer, this.#left.signal);
    return socket.lost ? { is: socket.refused ?? 'untried' } : finding;
  }

  async #look(subject: Subject, finding: Promise<Finding>): Promise<void> {
    this.#found(subject, await finding);
  }

  #allWays(is: Finding['is']): void {
    for (const way of WAYS) this.#found(way, { is });
  }

  #found(subject: Subject, finding: Finding): void {
    this.findings[subject] = finding;
  }
}

function isSetUp(way: CheckedWay, { sdp, ice_servers }: CheckOffer): boolean {
  return offerBy(way, sdp) !== null && (way !== 'turn' || ice_servers.length > 0);
}

/** Whether the server still answers, and how long it takes. */
async function page(): Promise<Finding> {
  const beganMs = performance.now();
  const asked = fetch('/check', { method: 'HEAD', cache: 'no-store' });
  const answered = await inTime(asked, PATIENCE_MS).catch(() => null);
  if (!answered?.ok) return { is: 'blocked' };
  const roundTripMs = Math.max(1, Math.round(performance.now() - beganMs));
  return { is: isSecureContext ? 'passes' : 'plain', measured: { roundTripMs, lost: null } };
}
