// From which side each tone comes out of the page's own AudioContext, and how many voices it places. The ears listen to
// the streams; this listens to what goes on to the loudspeakers.
{
  const SIZE = 4096;
  const ends = new Map();
  window.sides = { panners: new Set() };

  const connect = AudioNode.prototype.connect;
  AudioNode.prototype.connect = function (to, ...rest) {
    if (this instanceof PannerNode && to instanceof AudioDestinationNode) {
      sides.panners.add(this);
      connect.call(this, splitter(this.context));
    }
    return connect.call(this, to, ...rest);
  };
  const disconnect = AudioNode.prototype.disconnect;
  AudioNode.prototype.disconnect = function (...from) {
    sides.panners.delete(this);
    return disconnect.call(this, ...from);
  };

  const splitter = (context) => {
    if (!ends.has(context)) {
      const split = new ChannelSplitterNode(context, { numberOfOutputs: 2 });
      const ears = [0, 1].map((channel) => {
        const ear = new AnalyserNode(context, { fftSize: SIZE, smoothingTimeConstant: 0 });
        connect.call(split, ear, channel);
        return ear;
      });
      ends.set(context, { split, ears });
    }
    return ends.get(context).split;
  };

  // Decibels of a frequency at the left ear and at the right one.
  sides.of = (hz) => {
    const [found] = ends.values();
    return found.ears.map((ear) => {
      const bins = new Float32Array(SIZE / 2);
      ear.getFloatFrequencyData(bins);
      const bin = Math.round((hz * SIZE) / ear.context.sampleRate);
      return Math.max(...bins.slice(bin - 1, bin + 2));
    });
  };
}
