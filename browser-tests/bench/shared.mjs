// What the benches of models share: a page of the site with the tests' own script, a server, browsers and their memory,
// and what is made of figures.
import { createServer } from 'node:http';
import {
  createReadStream, existsSync, readFileSync, readdirSync, statSync, writeFileSync,
} from 'node:fs';
import { extname, join, normalize } from 'node:path';
import puppeteer from 'puppeteer-core';

const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.wasm': 'application/wasm',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};

/** Makes bench.html of the site: its page, with the script that tests use in the place of its own. */
export function makePage(site) {
  const index = readFileSync(join(site, 'index.html'), 'utf8');
  const page = index.replace(/assets\/mirador\.js\?v=\w+/, 'bench-page.js');
  if (page === index) {
    throw new Error('index.html names no page script');
  }
  writeFileSync(join(site, 'bench.html'), page);
  // boot.js runs the parts of the page script first; this one has none.
  writeFileSync(join(site, 'bench-page.js'),
    `window.miradorParts = [];\n${readFileSync(join(site, 'model-page.js'), 'utf8')}`);
}

/**
 * Serves files.
 *
 * @param places prefixes of addresses with the folders or files behind them, the first that fits is taken
 * @param made texts by their address
 * @param isolated whether pages may have threads
 */
export function serve(places, made, isolated) {
  const server = createServer((request, response) => {
    const path = normalize(decodeURIComponent(new URL(request.url, 'http://localhost').pathname));
    const headers = isolated ? {
      'Cross-Origin-Opener-Policy': 'same-origin',
      'Cross-Origin-Embedder-Policy': 'require-corp',
      'Cross-Origin-Resource-Policy': 'same-origin',
    } : {};
    headers['Content-Type'] = TYPES[extname(path)] ?? 'application/octet-stream';
    if (path in made) {
      response.writeHead(200, headers).end(made[path]);
      return;
    }
    const [prefix, place] = places.find(([start]) => path.startsWith(start));
    const file = place + path.slice(prefix.length);
    // The service worker would reload the page to give it threads; here the server decides on them.
    if (path === '/sw.js' || !existsSync(file) || !statSync(file).isFile()) {
      response.writeHead(404, headers).end();
      return;
    }
    headers['Content-Length'] = statSync(file).size;
    response.writeHead(200, headers);
    createReadStream(file).pipe(response);
  });
  return new Promise((ready) => {
    server.listen(0, 'localhost', () => ready(server));
  });
}

/** An option that is a whole number; ends the bench when it is not. */
export function wholeNumber(options, name, least) {
  const number = Number(options[name]);
  if (!Number.isInteger(number) || number < least) {
    console.error(`mirador: --${name} must be ${least} or more: ${options[name]}`);
    process.exit(2);
  }
  return number;
}

export function browser(...more) {
  return puppeteer.launch({
    executablePath: process.env.CHROME_PATH,
    headless: true,
    protocolTimeout: 1_200_000,
    args: ['--no-sandbox', '--disable-quic', '--no-first-run', '--disable-background-networking',
      '--disable-component-update', '--disable-sync', '--disable-dev-shm-usage', ...more],
  });
}

/** The most that any one process under a process held, in MB; NaN where the system does not tell. */
export function peakMemory(pid) {
  if (!existsSync('/proc/self/status')) {
    return NaN;
  }
  const status = (one) => {
    try {
      return readFileSync(`/proc/${one}/status`, 'utf8');
    } catch {
      return '';
    }
  };
  const field = (text, name) => Number(new RegExp(`^${name}:\\s+(\\d+)`, 'm').exec(text)?.[1] ?? NaN);
  const all = readdirSync('/proc').filter((name) => /^\d+$/.test(name))
    .map((name) => ({ pid: Number(name), text: status(name) }));
  const family = new Set([pid]);
  for (let before = 0; before < family.size;) {
    before = family.size;
    all.filter(({ text }) => family.has(field(text, 'PPid'))).forEach((one) => family.add(one.pid));
  }
  const peaks = all.filter((one) => family.has(one.pid)).map(({ text }) => field(text, 'VmHWM'))
    .filter((kilobytes) => kilobytes > 0);
  return Math.max(...peaks) / 1024;
}

export const sorted = (list) => list.toSorted((one, other) => one - other);
export function median(list) {
  const order = sorted(list);
  return (order[Math.floor((order.length - 1) / 2)] + order[Math.ceil((order.length - 1) / 2)]) / 2;
}

/** Compares figures with what they should be, and remembers how many miss it. */
export class Aims {
  missed = 0;

  most(text, value, most, digits) {
    const good = value <= most;
    this.missed += good ? 0 : 1;
    console.log(`  ${good ? ' ' : '!'} ${text}: ${value.toFixed(digits)}, aim at most ${most}`);
  }

  end() {
    console.log(this.missed === 0 ? '\nAll aims are met.' : `\n${this.missed} figures miss their aim (marked !).`);
    process.exitCode = this.missed === 0 ? 0 : 1;
  }
}
