// Opens every page of the built site in Firefox by file://, brings every widget to life, checks that
// what is written on one page is known on another, runs a program in a code cell, judges a learner's file,
// and runs a model whose files are picked. Prints one line of JSON: what was seen.
//   node smoke.mjs SITE_FOLDER FIREFOX MODEL_FOLDER HAND_IN
import { readdirSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { join, resolve } from 'node:path';
import puppeteer from 'puppeteer-core';

const [folder, firefox, model, handIn] = process.argv.slice(2);
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
const seen = { pages: {}, answer: '', cell: {}, book: {}, model: {} };
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

  // A program is written, run and checked: the editor, the worker and its Python from a disk.
  await open('01-vit.html');
  const cell = '[id="num-patches-codigo"]';
  await page.$eval(cell, (one) => one.scrollIntoView());
  await page.waitForSelector(`${cell} .cm-content`);
  await page.click(`${cell} .cm-content`);
  await page.keyboard.down('Control');
  await page.keyboard.press('a');
  await page.keyboard.up('Control');
  // The editor indents the second line by itself.
  await page.keyboard.type('def num_patches(h, w, p):\nreturn h // p * (w // p)');
  await page.keyboard.down('Control');
  await page.keyboard.press('Enter');
  await page.keyboard.up('Control');
  await page.waitForSelector(`${cell} .verdict-right, ${cell} .verdict-wrong, ${cell} .code-error:not([hidden])`,
    { timeout: 30000 }).catch(() => {});
  seen.cell = await page.$eval(cell, (one) => ({
    cases: one.querySelectorAll('[data-case]').length,
    result: one.querySelector('[data-result]').textContent,
    code: one.querySelector('.cm-content').textContent,
  }));
  seen.cell.complaints = complaints;

  await open('entregas.html');
  await page.$eval('#class-book', (one) => one.scrollIntoView());
  await page.waitForSelector('#class-book[data-mounted] #class-book-files');
  await (await page.$('#class-book-files')).uploadFile(resolve(handIn));
  await page.waitForSelector('.book-mark[data-state=passed], .book-mark[data-state=part], .book-problems li',
    { timeout: 30000 }).catch(() => {});
  seen.book = await page.$eval('#class-book', (one) => ({
    learner: one.querySelector('.book-learner button')?.textContent,
    score: one.querySelector('.book-score')?.textContent,
    problems: one.querySelector('.book-problems').textContent,
  }));
  seen.book.complaints = complaints;

  await open('02-clip.html');
  const widget = '[id="clip-matrix"]';
  await page.$eval(widget, (one) => one.scrollIntoView());
  await page.waitForSelector(`${widget}[data-mounted] .model-bar`);
  await page.$eval(`${widget} .model-others`, (fold) => { fold.open = true; });
  const before = await page.$eval(`${widget} [data-result]`, (one) => one.textContent);
  const field = await page.$(`${widget} input[type=file]:not([webkitdirectory])`);
  await field.uploadFile(...readdirSync(model).map((name) => resolve(join(model, name))));
  // Until it says something else, or why it cannot: the test reads what stands there then.
  await page.waitForFunction(
    (one, said) => document.querySelector(`${one} [data-result]`).textContent !== said
      || document.querySelector(`${one} .model-bar .widget-error`).textContent !== '',
    { timeout: 120000 }, widget, before).catch(() => {});
  seen.model = await page.$eval(widget, (one) => ({
    line: one.querySelector('.model-line').textContent,
    problem: one.querySelector('.model-bar .widget-error').textContent,
    result: one.querySelector('[data-result]').textContent,
    names: Object.fromEntries(window.mirador.pictures.map((one) => [one.id, one.name])),
  }));
  seen.model.complaints = complaints;
} finally {
  await browser.close();
}
console.log(JSON.stringify(seen));
