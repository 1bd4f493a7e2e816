import type { CheckedWay } from './finding';

/** A server's address for sound, as it is written for people. */
interface Candidate {
  transport: string;
  address: string;
  port: string;
}

const CANDIDATE = /^a=candidate:\S+ \d+ (\S+) \d+ (\S+) (\d+)/;

/** By what a browser reaches the server itself. To a relay it goes another way, and the relay by UDP from there. */
const TRANSPORT: Record<CheckedWay, string> = { udp: 'udp', tcp: 'tcp', turn: 'udp' };

function candidateIn(line: string): Candidate | null {
  const [, transport = '', address = '', port = ''] = CANDIDATE.exec(line) ?? [];
  return address ? { transport: transport.toLowerCase(), address, port } : null;
}

/** The same offer with the server's candidates of one transport alone; null where it has none. */
export function offerBy(way: CheckedWay, sdp: string): string | null {
  const lines = sdp.split('\r\n');
  const others = (line: string): boolean => {
    const candidate = candidateIn(line);
    return candidate !== null && candidate.transport !== TRANSPORT[way];
  };
  const kept = lines.filter((line) => !others(line));
  return kept.some(candidateIn) ? kept.join('\r\n') : null;
}

/** Where the server takes sound by this transport, each once: what a firewall has to let through. */
export function serversBy(transport: 'udp' | 'tcp', sdp: string): string[] {
  const found = sdp
    .split('\r\n')
    .map(candidateIn)
    .filter((candidate) => candidate?.transport === transport)
    .map((candidate) =>
      candidate!.address.includes(':')
        ? `[${candidate!.address}]:${candidate!.port}`
        : `${candidate!.address}:${candidate!.port}`,
    );
  return [...new Set(found)];
}
