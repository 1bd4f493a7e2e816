/**
 * Asks that a voice be carried before what can wait: the browser then marks its packets (DSCP, RFC 8837), where it and its
 * system do that. What a browser does not know it leaves out, and one that refuses sends the voice as any other.
 */
export async function carryFirst(sender: RTCRtpSender): Promise<void> {
  try {
    const parameters = sender.getParameters();
    for (const encoding of parameters.encodings) {
      encoding.priority = 'high';
      encoding.networkPriority = 'high';
    }
    await sender.setParameters(parameters);
  } catch {
    // nothing is lost by it
  }
}
