// Measures the built site. Weights are counted as a browser fetches them (gzip for what a server packs);
// Lighthouse runs its default phone (slow 4G, 4x slower processor, both simulated).
//   node site.mjs SITE_FOLDER [PAGE …]
import { createServer } from 'node:http';
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { extname, join, normalize, resolve } from 'node:path';
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

const [folder, ...chosen] = process.argv.slice(2);
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
console.log('page                  page kB gz  script kB gz  perf  a11y  best  seo  first paint  interactive  blocking    CLS');
try {
  for (const page of pages) {
    const { lhr } = await lighthouse(address + page, {
      port: chrome.port,
      logLevel: 'silent',
      onlyCategories: ['performance', 'accessibility', 'best-practices', 'seo'],
    });
    const requests = lhr.audits['network-requests'].details.items.filter((one) => one.url.startsWith(address));
    const isScript = (one) => one.resourceType === 'Script';
    const sum = (list) => list.reduce((total, one) => total + one.transferSize, 0);
    const counted = requests.filter((one) => !/\/(icons\/|sw\.js|manifest)/.test(one.url));
    const weight = sum(counted.filter((one) => !isScript(one)));
    const script = sum(counted.filter((one) => isScript(one) && one.url.includes('mirador.js')));
    const score = (name) => Math.round(100 * lhr.categories[name].score);
    const time = (name) => lhr.audits[name].numericValue;
    const cell = (text, width, good) => (text + mark(good)).padStart(width);
    console.log(
      page.padEnd(20)
      + cell((weight / 1000).toFixed(1), 12, weight <= BUDGETS.page)
      + cell((script / 1000).toFixed(1), 14, script <= BUDGETS.script)
      + cell(score('performance'), 6, score('performance') >= BUDGETS.performance)
      + cell(score('accessibility'), 6, score('accessibility') >= BUDGETS.accessibility)
      + cell(score('best-practices'), 6, true)
      + cell(score('seo'), 5, true)
      + cell((time('first-contentful-paint') / 1000).toFixed(2) + ' s', 13, time('first-contentful-paint') <= BUDGETS.paint)
      + cell((time('interactive') / 1000).toFixed(2) + ' s', 13, time('interactive') <= BUDGETS.interactive)
      + cell(time('total-blocking-time').toFixed(0) + ' ms', 10, true)
      + cell(time('cumulative-layout-shift').toFixed(3), 7, true));
  }
} finally {
  await chrome.kill();
  server.close();
}
console.log(missed === 0 ? 'All budgets hold.' : `${missed} figures miss their budget (marked !).`);
process.exitCode = missed === 0 ? 0 : 1;
