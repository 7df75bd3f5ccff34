// Measures the built site. Weights are counted as a browser fetches them (gzip for what a server packs);
// Lighthouse runs its default phone (slow 4G, 4x slower processor, both simulated). Each page is loaded several
// times and every figure is the median, since one run tells as much of the machine as of the page; the spread
// of the time to interactive is printed beside it.
//   node site.mjs SITE_FOLDER [--runs N] [PAGE …]
import { createServer } from 'node:http';
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { extname, join, normalize, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { gzipSync } from 'node:zlib';
import { launch } from 'chrome-launcher';
import lighthouse from 'lighthouse';

const BUDGETS = { page: 150_000, script: 200_000, performance: 95, accessibility: 100, paint: 1500, interactive: 2500 };
const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
  '.webmanifest': 'application/manifest+json',
  '.txt': 'text/plain; charset=utf-8',
  '.xml': 'application/xml',
};
const PACKED = new Set(['.html', '.css', '.js', '.svg', '.webmanifest', '.txt', '.xml']);

const { values: options, positionals: [folder, ...chosen] } = parseArgs({
  allowPositionals: true,
  options: { runs: { type: 'string', default: '3' } },
});
const runs = Number(options.runs);
if (!Number.isInteger(runs) || runs < 1) {
  console.error(`mirador: --runs must be 1 or more: ${options.runs}`);
  process.exit(2);
}
const root = resolve(folder);
const pages = chosen.length > 0 ? chosen
  : readdirSync(root).filter((name) => name.endsWith('.html') && name !== '404.html').sort();

const server = createServer((request, response) => {
  const path = decodeURIComponent(new URL(request.url, 'http://localhost').pathname);
  const file = normalize(join(root, path.endsWith('/') ? path + 'index.html' : path));
  if (!file.startsWith(root) || !existsSync(file) || !statSync(file).isFile()) {
    response.writeHead(404).end();
    return;
  }
  const type = extname(file);
  const headers = { 'Content-Type': TYPES[type] ?? 'application/octet-stream', 'Cache-Control': 'max-age=600' };
  const body = readFileSync(file);
  if (PACKED.has(type)) {
    response.writeHead(200, { ...headers, 'Content-Encoding': 'gzip' }).end(gzipSync(body));
  } else {
    response.writeHead(200, headers).end(body);
  }
});
await new Promise((ready) => server.listen(0, 'localhost', ready));
const address = `http://localhost:${server.address().port}/`;

const chrome = await launch({
  chromeFlags: ['--headless', '--no-sandbox', '--disable-quic', '--no-first-run', '--disable-background-networking',
    '--disable-component-update', '--disable-sync'],
});
let missed = 0;
const mark = (good) => {
  if (!good) missed++;
  return good ? ' ' : '!';
};
const median = (list) => list.toSorted((one, other) => one - other)[Math.floor((list.length - 1) / 2)];
const seconds = (milliseconds) => (milliseconds / 1000).toFixed(2);

async function measure(page) {
  const { lhr } = await lighthouse(address + page, {
    port: chrome.port,
    logLevel: 'silent',
    onlyCategories: ['performance', 'accessibility', 'best-practices', 'seo'],
  });
  const requests = lhr.audits['network-requests'].details.items.filter((one) => one.url.startsWith(address));
  const isScript = (one) => one.resourceType === 'Script';
  const sum = (list) => list.reduce((total, one) => total + one.transferSize, 0);
  const counted = requests.filter((one) => !/\/(icons\/|sw\.js|manifest)/.test(one.url));
  const score = (name) => Math.round(100 * lhr.categories[name].score);
  const time = (name) => lhr.audits[name].numericValue;
  return {
    weight: sum(counted.filter((one) => !isScript(one))),
    script: sum(counted.filter((one) => isScript(one) && one.url.includes('/mirador.js'))),
    models: sum(counted.filter((one) => isScript(one) && one.url.includes('/models.js'))),
    performance: score('performance'),
    accessibility: score('accessibility'),
    practices: score('best-practices'),
    seo: score('seo'),
    paint: time('first-contentful-paint'),
    interactive: time('interactive'),
    blocking: time('total-blocking-time'),
    shift: time('cumulative-layout-shift'),
  };
}

for (const script of ['mirador.js', 'models.js']) {
  const packed = gzipSync(readFileSync(join(root, 'assets', script))).length;
  console.log(`${script}: ${(packed / 1000).toFixed(1)} kB gz${mark(packed <= BUDGETS.script)}`);
}
console.log('«models» is that of the scripts which comes only near a widget of a real model; 0 where it did not.');
console.log(`Median of ${runs} loads of each page.`);
console.log('page                  page kB gz  script kB gz  models kB gz  perf  a11y  best  seo  first paint  interactive (from to)      blocking    CLS');
try {
  for (const page of pages) {
    const loads = [];
    for (let load = 0; load < runs; load++) {
      loads.push(await measure(page));
    }
    const of = (figure) => median(loads.map((load) => load[figure]));
    const interactive = loads.map((load) => load.interactive);
    const spread = ` (${seconds(Math.min(...interactive))} ${seconds(Math.max(...interactive))})`;
    const cell = (text, width, good) => (text + mark(good)).padStart(width);
    console.log(
      page.padEnd(20)
      + cell((of('weight') / 1000).toFixed(1), 12, of('weight') <= BUDGETS.page)
      + cell((of('script') / 1000).toFixed(1), 14, of('script') <= BUDGETS.script)
      + cell((of('models') / 1000).toFixed(1), 14, of('models') <= BUDGETS.script)
      + cell(of('performance'), 6, of('performance') >= BUDGETS.performance)
      + cell(of('accessibility'), 6, of('accessibility') >= BUDGETS.accessibility)
      + cell(of('practices'), 6, true)
      + cell(of('seo'), 5, true)
      + cell(seconds(of('paint')) + ' s', 13, of('paint') <= BUDGETS.paint)
      + cell(seconds(of('interactive')) + ' s' + spread, 24, of('interactive') <= BUDGETS.interactive)
      + cell(of('blocking').toFixed(0) + ' ms', 12, true)
      + cell(of('shift').toFixed(3), 7, true));
  }
} finally {
  await chrome.kill();
  server.close();
}
console.log(missed === 0 ? 'All budgets hold.' : `${missed} figures miss their budget (marked !).`);
process.exitCode = missed === 0 ? 0 : 1;
