// transformers.js in a worker, as its makers advise, on the same graph; nothing comes from another host.
import {
  AutoProcessor, CLIPVisionModelWithProjection, RawImage, env,
} from '/node_modules/@huggingface/transformers/dist/transformers.min.js';

// The build that it takes by itself, from beside it.
const RUNTIME = `${self.location.origin}/node_modules/onnxruntime-web/dist/ort-wasm-simd-threaded.asyncify`;

let processor;
let model;
let run;
let pixels;

async function open({ threads }) {
  env.allowRemoteModels = false;
  env.allowLocalModels = true;
  env.localModelPath = '/peer/';
  env.useBrowserCache = false;
  env.useWasmCache = false;
  env.backends.onnx.wasm.wasmPaths = { mjs: `${RUNTIME}.mjs`, wasm: `${RUNTIME}.wasm` };
  env.backends.onnx.wasm.numThreads = threads;
  processor = await AutoProcessor.from_pretrained('clip');
  model = await CLIPVisionModelWithProjection.from_pretrained('clip', { device: 'wasm', dtype: 'fp32' });
  // It asks for every output of a graph; this graph has attention maps, which nobody wants here.
  const session = model.sessions.model;
  const all = session.run.bind(session);
  session.run = async (feeds) => {
    pixels = feeds.pixel_values.data;
    const start = performance.now();
    const outputs = await all(feeds, ['image_embeds']);
    run = performance.now() - start;
    return outputs;
  };
  return { version: `${env.version}, ONNX Runtime Web ${env.backends.onnx.versions.web}` };
}

async function embed({ picture, width, height, tell }) {
  const inputs = await processor(new RawImage(picture, width, height, 3));
  const { image_embeds: features } = await model(inputs);
  return {
    run,
    embedding: Array.from(features.normalize().data),
    pixels: tell ? Array.from(pixels) : undefined,
  };
}

self.onmessage = ({ data }) => {
  (data.open ? open(data) : embed(data)).then(
    (answer) => self.postMessage(answer),
    (error) => self.postMessage({ error: String(error?.stack ?? error) }));
};
