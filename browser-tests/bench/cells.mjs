// A code cell in the page, by http and from a disk: from the click to the verdicts, the first time and later. Beside it, in
// turns, MicroPython alone: its package in a worker, the same program and the same expressions, no page around it.
//   node cells.mjs ROOT [--rounds N]
import { readFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import {
  Aims, browser, median, serve, sorted, wholeNumber,
} from './shared.mjs';

const AIMS = { first: 400, later: 50 };
const LATER = 10;
// Lesson and cell: a small function, and the largest data of the notebook.
const CELLS = [['01-vit.html', 'num-patches-codigo'], ['02-clip.html', 'recuperar-topk-codigo']];

const { values: options, positionals: [root] } = parseArgs({
  allowPositionals: true,
  options: { rounds: { type: 'string', default: '6' } },
});
const rounds = wholeNumber(options, 'rounds', 1);
const here = dirname(fileURLToPath(import.meta.url));
const site = join(root, 'target/site');
const aims = new Aims();
const server = await serve([
  ['/bench/', join(here, 'cells/')],
  ['/micropython/', join(root, 'site-src/node_modules/@micropython/micropython-webassembly-pyscript/')],
  ['/', join(site, '/')],
], {}, false);
const http = `http://localhost:${server.address().port}/`;

const spread = (list) => `${median(list).toFixed(1)} ms (${sorted(list)[0].toFixed(1)} to ${sorted(list).at(-1).toFixed(1)})`;

/** A page with the solution in its cell; the program and its cases as they stand there. */
async function open(tab, address, cell) {
  const page = await tab.newPage();
  page.on('pageerror', (error) => console.error(`Mirador: ${error}`));
  await page.goto(address);
  const solution = await page.$eval(`#${cell} [data-model-answer] pre`, (pre) => pre.textContent);
  await page.evaluate((key, code) => localStorage.setItem(key, code), `mirador:1:exercise.${cell}.code`, solution);
  await page.reload();
  await page.$eval(`#${cell}`, (section) => section.scrollIntoView({ behavior: 'instant' }));
  await page.waitForSelector(`#${cell}[data-mounted=true] .cm-content`);
  const cases = await page.$$eval(`#${cell} [data-case]`, (all) => all.map(({ dataset }) => dataset.run));
  await new Promise((rest) => { setTimeout(rest, 500); });
  return { page, solution, cases };
}

/** Milliseconds from the click to the verdict of the last case. */
const click = (page, cell, cases) => page.evaluate((id, count) => new Promise((done) => {
  const section = document.getElementById(id);
  const button = section.querySelector('.code-bar .primary');
  const start = performance.now();
  // The button is out of use while the program runs.
  new MutationObserver((none, observer) => {
    if (!button.disabled && section.querySelectorAll('.verdict-right').length === count) {
      observer.disconnect();
      done(performance.now() - start);
    }
  }).observe(section, { subtree: true, childList: true, attributes: true, characterData: true });
  button.click();
}), cell, cases.length);

/** The same in MicroPython alone: starting it and running, and running again. */
async function bare(tab, solution, cases) {
  const page = await tab.newPage();
  await page.goto(`${http}bench/page.html`);
  const times = await page.evaluate((code, runs, later) => window.measure(code, runs, later), solution, cases, LATER);
  await page.close();
  return times;
}

console.log(`Code cells, from the click to the verdicts; median of ${rounds} loads (from to), ${LATER} later runs of each;`
  + ` ${cpus().length} x ${cpus()[0].model}.`);
for (const [lesson, cell] of CELLS) {
  if (!readFileSync(join(site, lesson), 'utf8').includes(`id="${cell}"`)) {
    throw new Error(`${lesson} has no cell ${cell}`);
  }
  for (const [way, base] of [['http', http], ['file', pathToFileURL(join(site, '/')).href]]) {
    const first = [];
    const later = [];
    const aloneFirst = [];
    const aloneLater = [];
    for (let round = 0; round < rounds; round++) {
      const tab = await browser('--allow-file-access-from-files');
      try {
        const { page, solution, cases } = await open(tab, base + lesson, cell);
        first.push(await click(page, cell, cases));
        for (let i = 0; i < LATER; i++) {
          later.push(await click(page, cell, cases));
        }
        if (cell === CELLS[0][1]) {
          const alone = await bare(tab, solution, cases);
          aloneFirst.push(alone.first);
          aloneLater.push(...alone.later);
        }
      } finally {
        await tab.close();
      }
    }
    console.log(`\n${cell} by ${way}; load of the machine ${loadavg()[0].toFixed(1)}`);
    console.log(`  First run ${spread(first)}, later ${spread(later)}`);
    aims.most('First run, ms', median(first), AIMS.first, 0);
    aims.most('Later runs, ms', median(later), AIMS.later, 1);
    if (aloneFirst.length > 0) {
      console.log(`  MicroPython alone: first ${spread(aloneFirst)}, later ${spread(aloneLater)};`
        + ` first run, Mirador / MicroPython alone: ${(median(first) / median(aloneFirst)).toFixed(2)}`);
    }
  }
}
server.close();
aims.end();
