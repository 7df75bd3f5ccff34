// The miniatures on WebAssembly with one thread, as they run in the page: from a figure to its embedding by CLIP mini, and
// from a figure to its caption by BLIP-2 mini, after a warm-up. Beside each, in turns, ONNX Runtime Web alone on the same
// graphs: what the page adds is the difference.
//   node miniatures.mjs ROOT [--rounds N]
import { existsSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import {
  Aims, browser, makePage, median, serve, sorted, wholeNumber,
} from './shared.mjs';

const AIMS = { embedding: 15, caption: 150, run: 1.1, token: 1.5 };
const WARM_UPS = 5;
const CAPTION_TOKENS = 48;
const FIGURES = ['car', 'cat', 'puppy'];

const { values: options, positionals: [root] } = parseArgs({
  allowPositionals: true,
  options: { rounds: { type: 'string', default: '30' } },
});
const rounds = wholeNumber(options, 'rounds', 1);
const here = dirname(fileURLToPath(import.meta.url));
const site = join(root, 'target/bench/miniatures/site');
makePage(site);
const made = {};
const aims = new Aims();

const serving = (name, scripts) => serve([
  ['/bench/page', join(here, 'clip/page')],
  ['/bench/', join(here, `${scripts}/`)],
  ['/ort/', join(root, 'site-src/node_modules/onnxruntime-web/dist/')],
  ['/graph/', join(root, 'miniatures', name, 'onnx/')],
  ['/figures/', join(root, 'figuras/')],
  ['/', join(site, '/')],
], made, false);

/** The project's own page with one of the small models at work. */
async function open(address, architecture) {
  const tab = await browser();
  const page = await tab.newPage();
  page.on('pageerror', (error) => console.error(`Mirador: ${error}`));
  await page.goto(`${address}bench.html?runtime=wasm`);
  await page.waitForFunction(() => document.documentElement.hasAttribute('data-alive'));
  await page.evaluate(async (names) => {
    window.figures = await Promise.all(names.map(async (name) => {
      const bitmap = await createImageBitmap(await (await fetch(`/figures/${name}.png`)).blob());
      const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
      const pencil = canvas.getContext('2d');
      pencil.drawImage(bitmap, 0, 0);
      const { data } = pencil.getImageData(0, 0, bitmap.width, bitmap.height);
      const rgb = new Int8Array(3 * bitmap.width * bitmap.height);
      for (let i = 0; i < rgb.length; i++) {
        rgb[i] = data[4 * Math.floor(i / 3) + (i % 3)];
      }
      return { width: bitmap.width, height: bitmap.height, rgb };
    }));
  }, FIGURES);
  const { ready, seconds } = await page.evaluate(async (wanted) => {
    const start = performance.now();
    const said = await window.startMiniature(wanted);
    return { ready: said, seconds: (performance.now() - start) / 1000 };
  }, architecture);
  if (!ready.startsWith('READY')) {
    throw new Error(`Mirador: ${ready}`);
  }
  return { tab, page, seconds };
}

async function bare(address, script, message) {
  const tab = await browser();
  const page = await tab.newPage();
  await page.goto(`${address}bench/page.html`);
  await page.evaluate((given, name) => {
    window.start(`/bench/${name}`, { type: 'classic' });
    return window.ask(given);
  }, message, script);
  return { tab, page };
}

const spread = (list) => `${median(list).toFixed(1)} ms (${sorted(list)[0].toFixed(1)} to ${sorted(list).at(-1).toFixed(1)})`;

async function clip() {
  const server = await serving('clip-mini', 'clip');
  const address = `http://localhost:${server.address().port}/`;
  const ours = await open(address, 'clip');
  let other;
  try {
    const workers = await Promise.all(ours.page.workers().map(async (worker) => (
      { worker, runs: await worker.evaluate(() => typeof ort === 'object') })));
    const { worker } = workers.find(({ runs }) => runs);
    await worker.evaluate(() => {
      const run = ort.InferenceSession.prototype.run;
      ort.InferenceSession.prototype.run = async function timed(feeds, ...more) {
        self.benchPixels = feeds.pixel_values?.data;
        const start = performance.now();
        const outputs = await run.call(this, feeds, ...more);
        self.benchRun = performance.now() - start;
        return outputs;
      };
    });
    const embed = async (round) => {
      const whole = await ours.page.evaluate(async (index) => {
        const { width, height, rgb } = window.figures[index];
        const start = performance.now();
        const answer = await window.askClip('pictures', '', new Blob(), width, height, rgb);
        if (!answer.values) {
          throw new Error(answer.words);
        }
        return performance.now() - start;
      }, round % FIGURES.length);
      return { whole, run: await worker.evaluate(() => self.benchRun) };
    };
    await embed(0);
    const pixels = await worker.evaluate(() => Array.from(self.benchPixels));
    made['/bench/pixels'] = Buffer.from(Float32Array.from(pixels).buffer);
    other = await bare(address, 'bare.js', { open: true, threads: 1 });
    const whole = [];
    const run = [];
    const alone = [];
    for (let round = -WARM_UPS; round < rounds; round++) {
      const mine = await embed(round + WARM_UPS);
      const theirs = await other.page.evaluate(() => window.ask({}));
      if (round >= 0) {
        whole.push(mine.whole);
        run.push(mine.run);
        alone.push(theirs.run);
      }
    }
    console.log(`\nCLIP mini: at work after ${ours.seconds.toFixed(1)} s; load of the machine ${loadavg()[0].toFixed(1)}`);
    console.log(`  From a figure to its embedding: ${spread(whole)}; run of the graph ${spread(run)}, bare ${spread(alone)}`);
    aims.most('A figure to its embedding, ms', median(whole), AIMS.embedding, 1);
    aims.most('Run of the graph, Mirador / bare ONNX Runtime Web',
      median(run.map((value, i) => value / alone[i])), AIMS.run, 3);
  } finally {
    await ours.tab.close();
    await other?.tab.close();
    server.close();
  }
}

async function blip2() {
  const server = await serving('blip2-mini', 'blip2');
  const address = `http://localhost:${server.address().port}/`;
  const ours = await open(address, 'blip2');
  let other;
  try {
    const write = (round) => ours.page.evaluate(async (index, most) => {
      const arrivals = [];
      window.onToken = () => arrivals.push(performance.now());
      const start = performance.now();
      const told = await window.askBlip2(window.figures[index], [''], { maxNewTokens: most });
      if (told.problem) {
        throw new Error(told.words);
      }
      return {
        whole: performance.now() - start,
        tokens: told.tokens.length,
        text: told.texts[0],
        times: arrivals.slice(1).map((time, i) => time - arrivals[i]),
      };
    }, round % FIGURES.length, CAPTION_TOKENS);
    other = await bare(address, 'bare.js', {
      what: 'open', threads: 1, parts: ['vision', 'qformer', 'embedding', 'decoder'],
    });
    const alone = (tokens) => other.page.evaluate(async (most) => {
      const size = (await (await fetch('/graph/manifest.json')).json()).config.imageSize;
      const start = performance.now();
      const { queries } = await window.ask({ what: 'look', pixels: new Float32Array(3 * size * size) });
      const { times } = await window.ask({ what: 'write', queries, tokens: most });
      return { whole: performance.now() - start, times: times.slice(1).map((time) => 1000 * time) };
    }, tokens);
    const whole = [];
    const token = [];
    const ratio = [];
    const bareWhole = [];
    const lengths = [];
    for (let round = -WARM_UPS; round < rounds; round++) {
      const mine = await write(round + WARM_UPS);
      const theirs = await alone(mine.tokens);
      if (round >= 0) {
        whole.push(mine.whole);
        bareWhole.push(theirs.whole);
        lengths.push(mine.tokens);
        token.push(median(mine.times));
        ratio.push(mine.whole / theirs.whole);
      }
    }
    console.log(`\nBLIP-2 mini: at work after ${ours.seconds.toFixed(1)} s; load of the machine ${loadavg()[0].toFixed(1)}`);
    console.log(`  From a figure to its caption of ${median(lengths)} tokens: ${spread(whole)}; a token ${spread(token)};`
      + ` bare loop ${spread(bareWhole)}`);
    aims.most('A figure to its caption, ms', median(whole), AIMS.caption, 1);
    aims.most('A caption, Mirador / bare loop of ONNX Runtime Web', median(ratio), AIMS.token, 3);
  } finally {
    await ours.tab.close();
    await other?.tab.close();
    server.close();
  }
}

console.log(`The miniatures on WebAssembly, 1 thread; median of ${rounds} rounds (from to);`
  + ` ${cpus().length} x ${cpus()[0].model}.`);
await clip();
if (existsSync(join(root, 'miniatures/blip2-mini'))) {
  await blip2();
}
aims.end();
