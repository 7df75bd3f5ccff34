// From a picture of 1600 x 1200 pixels to its CLIP embedding, in one run: the page (its store, its worker), the same
// from a disk, transformers.js, ONNX Runtime Web alone, and ONNX Runtime on the JVM. All work on the same graph and the
// same pixels; they take turns, each round in another order, so that what slows the machine slows all. Every browser is
// its own process, so that its memory is its own.
//   node clip.mjs ROOT [--variant int8|fp32] [--rounds N]
import { spawn } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import {
  Aims, browser, makePage, median, peakMemory, serve, sorted, wholeNumber,
} from './shared.mjs';

const AIMS = { peer: 0.9, bare: 1.05, tasks: 0 };
const WIDTH = 1600;
const HEIGHT = 1200;
const WARM_UPS = 2;
const NAME = 'clip-vit-base-patch32';
const MEAN = [0.48145466, 0.4578275, 0.40821073];
const STD = [0.26862954, 0.26130258, 0.27577711];

const { values: options, positionals: [root] } = parseArgs({
  allowPositionals: true,
  options: {
    variant: { type: 'string', default: 'int8' },
    rounds: { type: 'string', default: '15' },
  },
});
const rounds = wholeNumber(options, 'rounds', 1);
const here = dirname(fileURLToPath(import.meta.url));
const work = join(root, 'target/bench/clip');
const site = join(work, 'site');
const graph = join(work, options.variant, 'vision.onnx');

// ---- The picture: soft shading, fine stripes, hard edges and noise, so that a careless resize shows. Made anew in every
// page, since a page from a disk can fetch nothing; whole numbers alone, so that it is the same everywhere.

function picture(width, height) {
  const rgb = new Uint8ClampedArray(3 * width * height);
  let seed = 1;
  for (let y = 0, at = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
      const noise = seed >>> 26;
      const stripes = (x * (3 + (y >> 7))) % 80;
      const disc = (x - 600) ** 2 + (y - 500) ** 2 < 350 ** 2 ? 70 : 0;
      const square = x > 900 && x < 1400 && y > 300 && y < 900 ? -60 : 0;
      rgb[at++] = 20 + (x >> 4) + stripes + disc + noise;
      rgb[at++] = 20 + (y >> 4) + stripes + square + noise;
      rgb[at++] = 160 - (x >> 4) + disc + square + noise;
    }
  }
  return rgb;
}

// ---- The server: the site with the page of the tests, the graph, and the peers.

makePage(site);

const config = JSON.stringify({ model_type: 'clip', vision_config: { model_type: 'clip_vision_model' } });
const processorConfig = JSON.stringify({
  image_processor_type: 'CLIPImageProcessor',
  feature_extractor_type: 'CLIPFeatureExtractor',
  do_resize: true, size: { shortest_edge: 224 }, resample: 3,
  do_center_crop: true, crop_size: { height: 224, width: 224 },
  do_rescale: true, rescale_factor: 1 / 255,
  do_normalize: true, image_mean: MEAN, image_std: STD, do_convert_rgb: true,
});
const MADE = { '/peer/clip/config.json': config, '/peer/clip/preprocessor_config.json': processorConfig };
const PLACES = [
  ['/bench/pixels', join(work, 'pixels')],
  ['/bench/', join(here, 'clip/')],
  ['/node_modules/', join(here, 'node_modules/')],
  ['/ort/', join(root, 'site-src/node_modules/onnxruntime-web/dist/')],
  ['/graph/', join(work, options.variant, '/')],
  ['/peer/clip/onnx/vision_model.onnx', graph],
  [`/models/${NAME}/`, join(work, options.variant, '/')],
  ['/', join(site, '/')],
];

// ---- Those who are compared. Each has open() and embed(), which gives {whole, run, embedding, pixels}.

class InBrowser {
  async begin() {
    this.browser = await browser();
    this.page = await this.browser.newPage();
    this.page.on('pageerror', (error) => console.error(`${this.title}: ${error}`));
  }

  memory() {
    return peakMemory(this.browser.process().pid);
  }

  close() {
    return this.browser?.close();
  }
}

/** The project's own page, store, worker and runtime. */
class Mirador extends InBrowser {
  constructor(address, title) {
    super();
    this.address = address;
    this.title = title;
  }

  async open() {
    await this.begin();
    await this.page.evaluateOnNewDocument(() => {
      window.longTasks = [];
      new PerformanceObserver((list) => {
        window.longTasks.push(...list.getEntries().map(({ startTime, duration }) => ({ startTime, duration })));
      }).observe({ type: 'longtask', buffered: true });
    });
    await this.page.goto(`${this.address}bench.html?runtime=wasm`);
    await this.page.waitForFunction(() => document.documentElement.hasAttribute('data-alive'));
    await this.page.evaluate(`window.picture = new Int8Array(${picture}(${WIDTH}, ${HEIGHT}).buffer)`);
    // What the page does of itself when it opens is not what is measured here.
    await sleep(1000);
    this.loadingFrom = await this.page.evaluate(() => performance.now());
    const ready = await this.page.evaluate(() => window.startClip());
    if (!ready.startsWith('READY')) {
      throw new Error(`${this.title}: ${ready}`);
    }
    this.runningFrom = await this.page.evaluate(() => performance.now());
    this.worker = await this.findWorker();
    // Told apart from the rest of the way: the run of the graph, as the bare runtime is timed.
    this.threads = await this.worker.evaluate(() => {
      const run = ort.InferenceSession.prototype.run;
      ort.InferenceSession.prototype.run = async function timed(feeds, ...more) {
        self.benchPixels = feeds.pixel_values?.data;
        const start = performance.now();
        const outputs = await run.call(this, feeds, ...more);
        self.benchRun = performance.now() - start;
        return outputs;
      };
      return ort.env.wasm.numThreads;
    });
    this.version = await this.worker.evaluate(() => ort.env.versions.web);
  }

  async findWorker() {
    for (const worker of this.page.workers()) {
      if (await worker.evaluate(() => typeof ort === 'object')) {
        return worker;
      }
    }
    throw new Error(`${this.title}: no worker has ONNX Runtime Web`);
  }

  async embed(tell) {
    const { whole, answer } = await this.page.evaluate(async (width, height) => {
      const file = new Blob();
      const start = performance.now();
      const found = await window.askClip('pictures', '', file, width, height, window.picture);
      return { whole: performance.now() - start, answer: found };
    }, WIDTH, HEIGHT);
    if (!answer.values) {
      throw new Error(`${this.title}: ${answer.problem}: ${answer.words}`);
    }
    const { run, pixels } = await this.worker.evaluate((wanted) => ({
      run: self.benchRun, pixels: wanted ? Array.from(self.benchPixels) : undefined,
    }), tell);
    return { whole, run, embedding: answer.values, pixels };
  }

  /** Tasks of the page's thread over 50 ms: while the model was loaded, and since. */
  async longTasks() {
    const tasks = await this.page.evaluate(() => window.longTasks);
    return {
      loading: tasks.filter((one) => one.startTime >= this.loadingFrom && one.startTime < this.runningFrom),
      running: tasks.filter((one) => one.startTime >= this.runningFrom),
    };
  }
}

/** A script of clip/ in a worker of a page with nothing else. */
class InWorker extends InBrowser {
  constructor(address, title, script, threads) {
    super();
    Object.assign(this, { address, title, script, threads });
  }

  async open() {
    await this.begin();
    await this.page.goto(`${this.address}bench/page.html`);
    await this.page.evaluate(`window.picture = new Uint8ClampedArray(${picture}(${WIDTH}, ${HEIGHT}).buffer)`);
    const answer = await this.page.evaluate((script, threads) => {
      window.start(script, { type: script.endsWith('.mjs') ? 'module' : 'classic' });
      return window.ask({ open: true, threads });
    }, this.script, this.threads);
    this.version = answer.version;
  }

  async embed(tell) {
    const { whole, answer } = await this.page.evaluate(async (width, height, wanted) => {
      const start = performance.now();
      const found = await window.ask({ picture: window.picture, width, height, tell: wanted });
      return { whole: performance.now() - start, answer: found };
    }, WIDTH, HEIGHT, tell);
    return { ...answer, whole: this.script.startsWith('bare') ? NaN : whole };
  }
}

/** The JVM; what it gives is what the others are held to. */
class Native {
  title = 'native ONNX Runtime, 1 thread';

  async open() {
    writeFileSync(join(work, 'picture'), picture(WIDTH, HEIGHT));
    const classes = join(root, 'models/target/classes');
    const path = `${classes}:${readFileSync(join(root, 'models/target/classpath.txt'), 'utf8').trim()}`;
    this.process = spawn('java', ['-Xmx1g', '-cp', path, 'mirador.models.bench.TimedClip', join(work, options.variant),
      '1', join(work, 'picture'), WIDTH, HEIGHT, join(work, 'embedding'), join(work, 'pixels')].map(String),
    { stdio: ['pipe', 'pipe', 'inherit'] });
    this.lines = createInterface({ input: this.process.stdout })[Symbol.asyncIterator]();
    if ((await this.lines.next()).value !== 'ready') {
      throw new Error(`${this.title}: ended`);
    }
    const floats = (file) => {
      const bytes = readFileSync(join(work, file));
      return new Float32Array(bytes.buffer, bytes.byteOffset, bytes.length / 4);
    };
    this.embedding = floats('embedding');
    this.pixels = floats('pixels');
  }

  async embed() {
    this.process.stdin.write('\n');
    const [whole, run] = (await this.lines.next()).value.split(' ').map(Number);
    return { whole, run, embedding: this.embedding, pixels: this.pixels };
  }

  memory() {
    return peakMemory(this.process.pid);
  }

  close() {
    this.process?.stdin.end();
  }
}

// ---- What is made of it.

const spread = (list) => (Number.isNaN(list[0]) ? '' : `${median(list).toFixed(1)} (${sorted(list)[0].toFixed(1)} `
  + `${sorted(list).at(-1).toFixed(1)})`);
const off = (found, expected) => expected.reduce(
  (worst, value, i) => Math.max(worst, Math.abs(value - found[i])), 0);
function pixelsOff(found, expected) {
  const plane = expected.length / 3;
  return Math.round(expected.reduce((worst, value, i) => Math.max(worst,
    Math.abs(value - found[i]) * STD[Math.floor(i / plane)] * 255), 0));
}

const aims = new Aims();

async function compare(isolated, native) {
  const server = await serve(PLACES, MADE, isolated);
  const address = `http://localhost:${server.address().port}/`;
  const ours = new Mirador(address, 'Mirador');
  const all = [ours];
  try {
    await ours.open();
    const peer = new InWorker(address, 'transformers.js', 'peer.mjs', ours.threads);
    const bare = new InWorker(address, 'bare ONNX Runtime Web', 'bare.js', ours.threads);
    all.push(peer, bare);
    if (!isolated) {
      all.push(new Mirador(pathToFileURL(join(site, '/')).href, 'Mirador from a disk'));
    }
    for (const one of all.slice(1)) {
      await one.open();
    }
    const racers = [...all, native];
    const times = new Map(racers.map((one) => [one, { whole: [], run: [] }]));
    const told = new Map();
    for (let round = -WARM_UPS; round < rounds; round++) {
      const turn = racers.map((_, i) => racers[(i + round + WARM_UPS) % racers.length]);
      for (const one of turn) {
        const result = await one.embed(round === -WARM_UPS);
        if (round === -WARM_UPS) {
          told.set(one, result);
        } else if (round >= 0) {
          times.get(one).whole.push(result.whole);
          times.get(one).run.push(result.run);
        }
        // Threads of a runtime go on looking for work for a moment.
        await sleep(100);
      }
    }

    console.log(`\nWebAssembly, ${ours.threads} thread${ours.threads > 1 ? 's' : ''};`
      + ` load of the machine ${loadavg()[0].toFixed(1)}`);
    console.log(`  ${''.padEnd(30)}${'whole way ms'.padStart(24)}${'run alone ms'.padStart(24)}`
      + `${'beside it ms'.padStart(14)}${'peak MB'.padStart(9)}${'embedding off'.padStart(15)}${'pixels off'.padStart(12)}`);
    for (const one of racers) {
      const { whole, run } = times.get(one);
      const { embedding, pixels } = told.get(one);
      const beside = median(whole.map((time, i) => time - run[i]));
      const memory = one.memory();
      console.log(`  ${one.title.padEnd(30)}${spread(whole).padStart(24)}${spread(run).padStart(24)}`
        + `${(Number.isNaN(beside) ? '' : beside.toFixed(1)).padStart(14)}`
        + `${(Number.isNaN(memory) ? '' : memory.toFixed(0)).padStart(9)}`
        + `${off(embedding, native.embedding).toExponential(1).padStart(15)}`
        + `${(pixels ? `${pixelsOff(pixels, native.pixels)}/255` : '').padStart(12)}`);
    }
    // Of each round, so that what slowed one round slowed both sides of the ratio.
    const ratio = (one, other, time) => median(
      times.get(one)[time].map((value, i) => value / times.get(other)[time][i]));
    aims.most('Mirador / transformers.js, whole way', ratio(ours, peer, 'whole'), AIMS.peer, 3);
    aims.most('Mirador / bare ONNX Runtime Web, run alone', ratio(ours, bare, 'run'), AIMS.bare, 3);
    for (const one of all.filter((racer) => racer instanceof Mirador)) {
      const { loading, running } = await one.longTasks();
      const longest = (tasks) => (tasks.length > 0
        ? ` (longest ${Math.max(...tasks.map(({ duration }) => duration)).toFixed(0)} ms)` : '');
      aims.most(`${one.title}, tasks over 50 ms on the page's thread while loading${longest(loading)}`,
        loading.length, AIMS.tasks, 0);
      aims.most(`${one.title}, tasks over 50 ms on the page's thread while running${longest(running)}`,
        running.length, AIMS.tasks, 0);
    }
    console.log(`    Versions: Mirador on ONNX Runtime Web ${ours.version}; transformers.js ${peer.version};`
      + ` bare ${bare.version}; ${await ours.browser.version()}`);
  } finally {
    await Promise.all(all.map((one) => one.close()));
    server.close();
  }
}

console.log(`A picture of ${WIDTH} x ${HEIGHT} pixels to its embedding by CLIP of the shapes of ViT-B/32 with random`
  + ` weights (${options.variant}).\nMedian of ${rounds} rounds (from to); ${cpus().length} x ${cpus()[0].model}.`
  + ' "Off" is the greatest difference from the JVM.');
const native = new Native();
try {
  await native.open();
  await compare(false, native);
  await compare(true, native);
} finally {
  native.close();
}
aims.end();
