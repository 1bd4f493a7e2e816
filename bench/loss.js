// Keeps hold of the page's connection, and records a voice as it is played. WAY is filled in.
{
  const Real = window.RTCPeerConnection;
  window.RTCPeerConnection = class extends Real {
    constructor(...args) { super(...args); window.line = this; }
    setRemoteDescription({ type, sdp }) {
      if (!['ours', 'asked'].includes('WAY')) sdp = sdp.replace(/a=rtcp-fb:.*\r\n/g, '');
      if ('WAY' === 'red')
        sdp = sdp.replace(/(m=audio .*SAVPF) 111/g, '$1 63 111').replace(/(a=rtpmap:111 .*\r\n)/g, '$1a=rtpmap:63 red/48000/2\r\na=fmtp:63 111/111\r\n');
      return super.setRemoteDescription({ type, sdp });
    }
  };
  // What was received of a seat, and how long each sample waited (webrtc-stats, RTCInboundRtpStreamStats).
  window.received = async (mid) => {
    for (const entry of (await line.getStats()).values())
      if (entry.type === 'inbound-rtp' && entry.mid === mid) return entry;
    return null;
  };
  window.record = (mid) => {
    const { track } = line.getTransceivers().find((each) => each.mid === mid).receiver;
    const reader = new MediaStreamTrackProcessor({ track: track.clone() }).readable.getReader();
    const chunks = [];
    const done = (async () => {
      for (let next; !(next = await reader.read()).done; next.value.close()) {
        const samples = new Float32Array(next.value.numberOfFrames);
        next.value.copyTo(samples, { planeIndex: 0, format: 'f32-planar' });
        chunks.push(Int16Array.from(samples, (sample) => Math.max(-1, Math.min(1, sample)) * 32767));
      }
    })();
    window.recorded = async () => {
      await reader.cancel();
      await done;
      const bytes = new Uint8Array(await new Blob(chunks).arrayBuffer());
      let text = '';
      for (let at = 0; at < bytes.length; at += 32768) text += String.fromCharCode(...bytes.subarray(at, at + 32768));
      return btoa(text);
    };
  };
}
