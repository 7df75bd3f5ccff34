// BLIP-2 of the real shapes, int8 on WebAssembly: what the page takes to load, to see and to write, beside a bare loop of
// ONNX Runtime Web on the same files. Both write the same number of tokens in turns.
//   node blip2.mjs ROOT [--rounds N] [--tokens N] [--threads 1,2]
import { cpus, loadavg } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import {
  Aims, browser, makePage, median, peakMemory, serve, wholeNumber,
} from './shared.mjs';

const NAME = 'blip2-opt-2.7b';
const AIMS = { token: 1.1, heap: 3584 };

const { values: options, positionals: [root] } = parseArgs({
  allowPositionals: true,
  options: {
    rounds: { type: 'string', default: '3' },
    threads: { type: 'string', default: '1,2' },
    tokens: { type: 'string', default: '10' },
  },
});
const rounds = wholeNumber(options, 'rounds', 2);
const tokens = wholeNumber(options, 'tokens', 2);
const here = dirname(fileURLToPath(import.meta.url));
const work = join(root, 'target/bench/blip2');
const site = join(work, 'site');
makePage(site);
const PLACES = [
  ['/bench/page', join(here, 'clip/page')],
  ['/bench/', join(here, 'blip2/')],
  ['/ort/', join(root, 'site-src/node_modules/onnxruntime-web/dist/')],
  ['/graph/', join(work, 'int8/')],
  [`/models/${NAME}/`, join(work, 'int8/')],
  ['/', join(site, '/')],
];

/** Lets every worker of a page remember its memories of WebAssembly, before it has any. */
function watchMemories(page) {
  page.on('workercreated', (worker) => {
    worker.evaluate(() => {
      self.benchMemories = [];
      const Memory = WebAssembly.Memory;
      WebAssembly.Memory = class extends Memory {
        constructor(...given) {
          super(...given);
          self.benchMemories.push(this);
        }
      };
    }).catch(() => {});
  });
}

/** Memory of WebAssembly in each worker that has some, in MiB; a worker in the midst of a run tells it afterwards. */
async function heaps(page) {
  const sizes = await Promise.all(page.workers().map((worker) => worker.evaluate(
    () => (self.benchMemories ?? []).reduce((sum, one) => sum + one.buffer.byteLength, 0) / 2 ** 20)
    .catch(() => 0))); // it may end meanwhile
  return sizes.filter((size) => size > 0);
}

/** The project's own page: store, workers, runtime. */
class Mirador {
  async open(address) {
    this.browser = await browser();
    this.page = await this.browser.newPage();
    this.page.on('pageerror', (error) => console.error(`Mirador: ${error}`));
    watchMemories(this.page);
    await this.page.goto(`${address}bench.html?runtime=wasm`);
    await this.page.waitForFunction(() => document.documentElement.hasAttribute('data-alive'));
    await this.page.evaluate(() => {
      const width = 640;
      const height = 480;
      const rgb = new Int8Array(width * height * 3);
      for (let i = 0; i < rgb.length; i++) {
        rgb[i] = (i * 7 + (i >> 8)) & 255;
      }
      window.benchPicture = { width, height, rgb };
    });
    // The first time with the download, which is from this machine; then as on any later visit.
    const first = await this.start();
    return { first };
  }

  async start() {
    const { seconds, ready } = await this.page.evaluate(async (name) => {
      const start = performance.now();
      const said = await window.startBlip2(name, 'int8');
      return { seconds: (performance.now() - start) / 1000, ready: said };
    }, NAME);
    if (!ready.startsWith('READY')) {
      throw new Error(`Mirador: ${ready}`);
    }
    return seconds;
  }

  /** Describes the picture; the heaps are looked at while it writes. */
  async write() {
    const running = this.page.evaluate(async (most) => {
      const arrivals = [];
      window.onToken = () => arrivals.push(performance.now());
      const start = performance.now();
      const told = await window.askBlip2(window.benchPicture, [''], { maxNewTokens: most });
      return {
        whole: (performance.now() - start) / 1000,
        times: arrivals.slice(1).map((time, i) => (time - arrivals[i]) / 1000),
        ids: told.tokens.map(({ id }) => id),
        stages: told.stagesAtEnd,
        problem: told.problem && `${told.problem}: ${told.words}`,
      };
    }, tokens);
    const largest = [];
    let going = true;
    running.finally(() => { going = false; }).catch(() => {});
    while (going) {
      await sleep(1000);
      largest.push(...await heaps(this.page).catch(() => []));
    }
    const result = await running;
    if (result.problem) {
      throw new Error(`Mirador: ${result.problem}`);
    }
    return { ...result, heap: Math.max(...largest) };
  }
}

/** A bare worker in a page with nothing else. */
class Bare {
  async open(address, threads, parts) {
    this.browser ??= await browser();
    this.page = await this.browser.newPage();
    await this.page.goto(`${address}bench/page.html`);
    return this.ask({ what: 'open', threads, parts }, true);
  }

  async ask(message, start) {
    const answer = await this.page.evaluate((given, first) => {
      if (first) {
        window.start('/bench/bare.js', { type: 'classic' });
      }
      if (given.pixels) {
        given.pixels = Float32Array.from({ length: given.pixels }, (_, i) => ((i % 255) - 127) / 100);
      }
      if (given.queries) {
        given.queries = window.queries;
      }
      return window.ask(given).then((told) => {
        if (told.queries) {
          window.queries = told.queries;
          delete told.queries;
        }
        return told;
      });
    }, message, start);
    if (answer.error) {
      throw new Error(`bare ONNX Runtime Web: ${answer.error}`);
    }
    return answer;
  }
}

const seconds = (number) => `${number.toFixed(2)} s`;
const aims = new Aims();
console.log(`BLIP-2 of the shapes of opt-2.7b with random weights, int8 on WebAssembly; a caption of ${tokens} tokens,`
  + ` ${rounds} rounds.\n${cpus().length} x ${cpus()[0].model}; load of the machine ${loadavg()[0].toFixed(1)}.`);
for (const wanted of options.threads.split(',')) {
  const isolated = Number(wanted) > 1;
  const server = await serve(PLACES, {}, isolated);
  const address = `http://localhost:${server.address().port}/`;
  const threads = isolated ? Math.min(4, cpus().length) : 1; // as the page chooses them
  const ours = new Mirador();
  const bare = new Bare();
  try {
    const { first } = await ours.open(address);
    const opened = await ours.write();
    // The bare one needs its memory for itself: the seeing worker ends before the writing one begins.
    const seeing = await bare.open(address, threads, ['vision', 'qformer']);
    const seen = await bare.ask({ what: 'look', pixels: 3 * 224 * 224 });
    const held = await bare.page.evaluateHandle(() => window.queries);
    const queries = await held.jsonValue();
    await bare.page.close();
    const writing = await bare.open(address, threads, ['embedding', 'decoder']);
    await bare.page.evaluate((values) => {
      window.queries = Float32Array.from(Object.values(values));
    }, queries);
    await bare.ask({ what: 'write', queries: true, tokens: 2 });
    const mine = [];
    const theirs = [];
    let heap = opened.heap;
    for (let round = 0; round < rounds; round++) {
      const one = await ours.write();
      heap = Math.max(heap, one.heap);
      mine.push(median(one.times));
      const other = await bare.ask({ what: 'write', queries: true, tokens });
      theirs.push(median(other.times.slice(1)));
    }
    console.log(`\nWebAssembly, ${threads} thread${threads > 1 ? 's' : ''} (ONNX Runtime Web ${writing.version},`
      + ` ${await ours.browser.version()}); load of the machine ${loadavg()[0].toFixed(1)}`);
    console.log(`  Download from this machine, check, load and self-check: ${seconds(first)}`);
    console.log(`  First caption, all in: ${seconds(opened.whole)}; stages: ${opened.stages.map(
      ({ stage, seconds: took }) => `${stage} ${seconds(took)}`).join(', ')}`);
    console.log(`  A token: Mirador ${seconds(median(mine))}, bare ${seconds(median(theirs))}`);
    console.log(`  Bare: load of the seeing half ${seconds(seeing.seconds)} and of the writing half`
      + ` ${seconds(writing.seconds)}, vision ${seconds(seen.vision)}, Q-Former ${seconds(seen.qformer)}`);
    aims.most('A token, Mirador / bare loop', median(mine.map((value, i) => value / theirs[i])), AIMS.token, 3);
    aims.most('Largest heap of WebAssembly in a worker, MiB', heap, AIMS.heap, 0);
    console.log(`    Largest process of the browser: ${peakMemory(ours.browser.process().pid).toFixed(0)} MB`);
  } finally {
    await ours.browser?.close();
    await bare.browser?.close();
    server.close();
  }
}
aims.end();
