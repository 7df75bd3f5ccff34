// ONNX Runtime Web alone, in a worker: the site's own build for such a model, the graphs with their weights as blobs, and
// the shortest loop that writes a text. Two such workers: one sees, the other writes.
importScripts('/ort/ort.jspi.min.js');

let sessions = {};
let config;

async function blob(file) {
  const parts = (file.shards ?? [file]).map(async ({ path }) => (await fetch(`/graph/${path}`)).blob());
  return new Blob(await Promise.all(parts));
}

async function open({ threads, parts }) {
  ort.env.wasm.numThreads = threads;
  ort.env.wasm.proxy = false;
  ort.env.wasm.wasmPaths = '/ort/';
  ort.env.logLevel = 'error';
  const manifest = await (await fetch('/graph/manifest.json')).json();
  config = manifest.config;
  const file = (path) => manifest.files.find((one) => one.path === path);
  const start = performance.now();
  for (const part of parts) {
    const path = manifest.graphs[part];
    const graph = new Uint8Array(await (await blob(file(path))).arrayBuffer());
    sessions[part] = await ort.InferenceSession.create(graph, {
      executionProviders: ['wasm'], graphOptimizationLevel: 'all', logSeverityLevel: 3,
      externalData: [{ path: `${path}.data`, data: await blob(file(`${path}.data`)) }],
    });
  }
  return { version: ort.env.versions.web, seconds: (performance.now() - start) / 1000 };
}

async function look({ pixels }) {
  const size = config.imageSize;
  const start = performance.now();
  const { last_hidden_state: states } = await sessions.vision.run(
    { pixel_values: new ort.Tensor('float32', pixels, [1, 3, size, size]) }, ['last_hidden_state']);
  const seen = performance.now();
  const { language_projection: queries } = await sessions.qformer.run(
    { image_embeds: states }, ['language_projection']);
  return { queries: queries.data, vision: (seen - start) / 1000, qformer: (performance.now() - seen) / 1000 };
}

const longs = (values, shape) => new ort.Tensor('int64', BigInt64Array.from(values, BigInt), shape);

async function write({ queries, tokens }) {
  const width = config.languageWidth;
  const layers = config.languageLayers;
  const heads = config.languageHeads;
  const names = [];
  for (let i = 0; i < layers; i++) {
    names.push(`${i}.key`, `${i}.value`);
  }
  const wanted = ['logits', ...names.map((name) => `present.${name}`)];
  const times = [];
  const ids = [];
  let past = Object.fromEntries(names.map((name) => [`past_key_values.${name}`,
    new ort.Tensor('float32', new Float32Array(0), [1, heads, 0, width / heads])]));
  let total = 0;
  let token = config.bosTokenId;
  for (let step = 0; step < tokens; step++) {
    const start = performance.now();
    const { inputs_embeds: embedded } = await sessions.embedding.run({ input_ids: longs([token], [1, 1]) });
    let embeds = embedded;
    if (step === 0) {
      const all = new Float32Array(queries.length + width);
      all.set(queries);
      all.set(embedded.data, queries.length);
      embeds = new ort.Tensor('float32', all, [1, all.length / width, width]);
    }
    const fresh = embeds.dims[1];
    total += fresh;
    const results = await sessions.decoder.run({
      inputs_embeds: embeds,
      attention_mask: longs(new Array(total).fill(1), [1, total]),
      position_ids: longs(Array.from({ length: fresh }, (_, i) => total - fresh + i), [1, fresh]),
      cache_rows: longs([0], [1]),
      logit_positions: longs([fresh - 1], [1]),
      ...past,
    }, wanted);
    past = Object.fromEntries(names.map((name) => [`past_key_values.${name}`, results[`present.${name}`]]));
    const logits = results.logits.data;
    token = 0;
    for (let i = 1; i < logits.length; i++) {
      if (logits[i] > logits[token]) {
        token = i;
      }
    }
    ids.push(token);
    times.push((performance.now() - start) / 1000);
  }
  return { ids, times };
}

self.onmessage = ({ data }) => {
  ({ open, look, write })[data.what](data).then(
    (answer) => self.postMessage(answer),
    (error) => self.postMessage({ error: String(error?.stack ?? error) }));
};
