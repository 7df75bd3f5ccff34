// Reads {worker, files, runs: [{code, cases: [{run, expect, before?}]}]} as JSON on standard input; runs each
// program as the page does, in the script of python-worker.mjs; writes [{out, error, cases}], the answers of
// celda.correr with what was printed. A program that does not end is stopped: its error is "Timeout".
import { pythonWorker } from "./python-worker.mjs";
import { readFileSync } from "node:fs";
import { Worker } from "node:worker_threads";

const MILLISECONDS_FOR_A_PROGRAM = 5000;

// What a worker of a browser has and one of Node does not.
const BROWSER = `
  const { parentPort } = require("node:worker_threads");
  globalThis.self = globalThis;
  globalThis.postMessage = (message) => parentPort.postMessage(message);
  Object.defineProperty(globalThis, "navigator", { value: { userAgent: "" }, configurable: true });
  parentPort.on("message", (data) => self.onmessage({ data }));
`;

const { worker, files, runs } = JSON.parse(readFileSync(0, "utf8"));
const script = BROWSER + pythonWorker(worker, files);
const answers = [];
let thread = null;
for (const request of runs) {
  thread ??= await started();
  answers.push(await answer(request));
}
await thread?.terminate();
process.stdout.write(JSON.stringify(answers));

/** A thread whose Python has started: a program's time does not count it. */
async function started() {
  const made = new Worker(script, { eval: true });
  const first = await run(made, { code: "" }, 60000);
  if (first.error) {
    throw new Error("Python does not start: " + first.error.words);
  }
  return made;
}

async function answer(request) {
  const result = await run(thread, request, MILLISECONDS_FOR_A_PROGRAM);
  if (result.lost) {
    await thread.terminate();
    thread = null;
  }
  return { out: result.out, error: result.error, cases: result.cases };
}

function run(thread, request, milliseconds) {
  return new Promise((resolve) => {
    let out = "";
    const listeners = { message: ({ kind, detail }) => heard(kind, detail), error: (failure) => lost("Broken", String(failure)) };
    const end = (result) => {
      clearTimeout(timer);
      Object.entries(listeners).forEach(([name, listener]) => thread.off(name, listener));
      resolve({ out, ...result });
    };
    const lost = (name, words) => end({ lost: true, error: { name, words, line: 0, where: "" }, cases: [] });
    const timer = setTimeout(() => lost("Timeout", `${milliseconds / 1000} s`), milliseconds);
    const heard = (kind, detail) => {
      if (kind === "out") {
        out += detail;
      } else if (kind === "end") {
        end(JSON.parse(detail));
      } else if (kind === "broken") {
        lost("Broken", detail);
      }
    };
    Object.entries(listeners).forEach(([name, listener]) => thread.on(name, listener));
    thread.postMessage({ id: 0, detail: JSON.stringify(request) });
  });
}
