import { words } from '../strings';
import { SUBJECTS, type Findings, type Verdict } from './finding';
import type { Servers } from './line-check.svelte';
import { said } from './say';
import { lineWords } from './words';

/** What a report says beside the findings. None of it tells who has checked, or from which address. */
export interface Checked {
  findings: Findings;
  verdict: Verdict;
  servers: Servers;
  endedMs: number;
  /** The server's name in this page's address. */
  host: string;
  /** The browser's own description of itself. */
  browser: string;
}

/** The check as plain text, for a help desk. */
export function report({ findings, verdict, servers, endedMs, host, browser }: Checked): string {
  const { report: heads } = lineWords;
  const { labelled, sentences } = words.joined;
  const found = SUBJECTS.map((subject) => {
    const { is, todo } = said(subject, findings[subject]);
    return labelled(lineWords.subject[subject], todo ? sentences(is, todo) : is);
  });
  const list = (addresses: string[]): string => addresses.join(', ') || heads.unknown;
  return [
    heads.title,
    labelled(heads.at, `${new Date(endedMs).toISOString().slice(0, 16).replace('T', ' ')} UTC`),
    labelled(heads.server, host),
    labelled(heads.browser, browser),
    '',
    lineWords.verdict[verdict],
    '',
    ...found,
    '',
    labelled(heads.udp, list(servers.udp)),
    ...(servers.tcp.length > 0 ? [labelled(heads.tcp, list(servers.tcp))] : []),
    ...(servers.relays.length > 0 ? [labelled(heads.relays, list(servers.relays))] : []),
  ].join('\n');
}
