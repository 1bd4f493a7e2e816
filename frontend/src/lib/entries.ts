const read = new WeakMap<RTCStatsReport, readonly unknown[]>();

/** All that a report says, read once for whoever looks: a browser makes each entry anew every time it is asked for it. */
export function entriesOf<Entry extends { type: string }>(
  report: RTCStatsReport,
): readonly Entry[] {
  const entries = read.get(report) ?? [...report.values()];
  read.set(report, entries);
  return entries as readonly Entry[];
}
