// Writes down what a page does when its network changes: each socket, each connection, and when packets came. Times are
// of the machine's one clock, in ms since 1970.
{
  const moving = (window.moving = top.moving ?? { log: [], packets: [] });
  const note = (what) => moving.log.push([Date.now(), what]);

  const Socket = window.WebSocket;
  window.WebSocket = class extends Socket {
    constructor(...args) {
      super(...args);
      note('socket tried');
      this.addEventListener('open', () => note('socket open'));
      this.addEventListener('message', ({ data }) => {
        const { type } = JSON.parse(data);
        if (type === 'offer' || type === 'kept') note(type);
      });
    }
    send(data) {
      const { type } = JSON.parse(data);
      if (type !== 'ask') note(type);
      super.send(data);
    }
  };

  let newest;
  let counted;
  const Connection = window.RTCPeerConnection;
  window.RTCPeerConnection = class extends Connection {
    constructor(...args) {
      super(...args);
      newest = this;
      counted = 0;
      this.addEventListener('connectionstatechange', () => note(this.connectionState));
      this.addEventListener('icecandidate', ({ candidate }) => {
        if (candidate?.address?.startsWith('10.')) note(`gathers ${candidate.address}`);
      });
      this.addEventListener('iceconnectionstatechange', () => note(`ice ${this.iceConnectionState}`));
    }
  };

  setInterval(async () => {
    const connection = newest;
    if (!connection || connection.connectionState === 'closed') return;
    const stats = await connection.getStats();
    let packets = 0;
    for (const entry of stats.values()) if (entry.type === 'inbound-rtp') packets += entry.packetsReceived;
    if (connection !== newest || packets <= counted) return;
    moving.packets.push(Date.now());
    counted = packets;
  }, 15);
}
