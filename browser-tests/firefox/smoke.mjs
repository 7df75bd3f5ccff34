// Opens every page of the built site in Firefox by file://, brings every widget to life, and checks that
// what is written on one page is known on another. Prints one line of JSON: what was seen.
//   node smoke.mjs SITE_FOLDER FIREFOX
import { readdirSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { resolve } from 'node:path';
import puppeteer from 'puppeteer-core';

const [folder, firefox] = process.argv.slice(2);
const root = pathToFileURL(resolve(folder) + '/').href;
const names = readdirSync(folder).filter((name) => name.endsWith('.html') && name !== '404.html').sort();

const browser = await puppeteer.launch({
  browser: 'firefox',
  executablePath: firefox,
  headless: true,
  extraPrefsFirefox: {
    // The network is off: every request that is not for a file goes to a port where nobody listens.
    'network.proxy.type': 1,
    'network.proxy.http': '127.0.0.1',
    'network.proxy.http_port': 9,
    'network.proxy.ssl': '127.0.0.1',
    'network.proxy.ssl_port': 9,
  },
});
const seen = { pages: {}, answer: '' };
try {
  const page = await browser.newPage();
  await page.setViewport({ width: 1280, height: 900 });
  let complaints = [];
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(String(error)));

  async function open(name) {
    complaints = [];
    await page.goto(root + name);
    await page.waitForFunction(() => document.documentElement.hasAttribute('data-alive'));
  }

  for (const name of names) {
    await open(name);
    const widgets = await page.$$eval('[data-widget]', (sections) => sections.map((one) => one.id));
    for (const id of widgets) {
      await page.evaluate((one) => document.getElementById(one).scrollIntoView(), id);
      await page.waitForFunction((one) => document.getElementById(one).hasAttribute('data-mounted'), {}, id);
    }
    const states = await page.$$eval('[data-widget]', (sections) =>
      sections.map((one) => ({
        id: one.id,
        mounted: one.getAttribute('data-mounted'),
        result: one.querySelector('[data-result]').textContent,
      })));
    seen.pages[name] = { widgets: states, complaints };
  }

  await open('01-vit.html');
  const question = await page.$eval('[data-question]', (one) => {
    one.scrollIntoView();
    return one.id;
  });
  await page.waitForSelector(`[id="${question}"][data-mounted] textarea`);
  await page.type(`[id="${question}"] textarea`, 'escrito en Firefox');
  await new Promise((done) => setTimeout(done, 500));
  await open('respuestas.html');
  await page.evaluate(() => document.getElementById('answer-collection').scrollIntoView());
  await page
    .waitForFunction(() => [...document.querySelectorAll('.answer-text')].some((one) => one.textContent === 'escrito en Firefox'), { timeout: 10000 })
    .then(() => { seen.answer = 'escrito en Firefox'; }, () => {});
} finally {
  await browser.close();
}
console.log(JSON.stringify(seen));
