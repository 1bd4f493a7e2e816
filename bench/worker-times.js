// Runs in a page before its own scripts: its worker writes down how long each frame of sound has been in it.
const RealWorker = Worker;
window.workers = [];
window.Worker = class extends RealWorker {
  constructor(url, options) {
    const script = new XMLHttpRequest();
    script.open('GET', url, false);
    script.send();
    super(URL.createObjectURL(new Blob([`(${timing})();\n`, script.responseText], { type: 'text/javascript' })), options);
    this.addEventListener('message', ({ data }) => data.times && (window.frameTimes = data.times));
    workers.push(this);
  }
};

/** In the worker: `times` of the last frames are told to whoever asks for them. */
function timing() {
  const times = [];
  const began = new WeakMap();
  const through = (see) => new TransformStream({
    transform(frame, on) {
      see(frame);
      on.enqueue(frame);
    },
  });
  Object.defineProperty(self, 'onrtctransform', {
    set(take) {
      addEventListener('rtctransform', ({ transformer }) => {
        const out = through((frame) => times.push(performance.now() - began.get(frame)));
        void out.readable.pipeTo(transformer.writable);
        const readable = transformer.readable.pipeThrough(through((frame) => began.set(frame, performance.now())));
        take({ transformer: { options: transformer.options, readable, writable: out.writable } });
      });
    },
  });
  addEventListener('message', ({ data }) => {
    if (data === 'times') postMessage({ times: times.splice(0) });
  });
}
