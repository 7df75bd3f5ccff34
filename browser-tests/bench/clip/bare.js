// ONNX Runtime Web alone, in a worker: the site's own build, the graph, and a tensor that is ready.
importScripts('/ort/ort.wasm.min.js');

let session;
let feeds;

async function open({ threads }) {
  ort.env.wasm.numThreads = threads;
  ort.env.wasm.proxy = false;
  ort.env.wasm.wasmPaths = '/ort/';
  ort.env.logLevel = 'error';
  const [graph, pixels] = await Promise.all(['/graph/vision.onnx', '/bench/pixels'].map(
    async (address) => (await fetch(address)).arrayBuffer()));
  session = await ort.InferenceSession.create(new Uint8Array(graph), {
    executionProviders: ['wasm'], graphOptimizationLevel: 'all', logSeverityLevel: 3,
  });
  const size = Math.sqrt(pixels.byteLength / 4 / 3);
  feeds = { pixel_values: new ort.Tensor('float32', new Float32Array(pixels), [1, 3, size, size]) };
  return { version: ort.env.versions.web };
}

async function embed() {
  const start = performance.now();
  const { image_embeds: features } = await session.run(feeds, ['image_embeds']);
  const run = performance.now() - start;
  const length = Math.hypot(...features.data);
  return { run, embedding: Array.from(features.data, (value) => value / length) };
}

self.onmessage = ({ data }) => {
  (data.open ? open(data) : embed()).then(
    (answer) => self.postMessage(answer),
    (error) => self.postMessage({ error: String(error?.stack ?? error) }));
};
