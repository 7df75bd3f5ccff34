// The worker in which a learner's programs run. site-src/python-worker.mjs puts it, MicroPython, its
// WebAssembly and the Python files into one function: assets/python.js. Before this stand there
//   loadMicroPython(options), WASM (its bytes), NOTHING (what Python's module js finds),
//   FILES (the Python files, texts by name).
//
// From the page:  {lock}, once; then {id, detail}, the detail being the request of celda.correr.
// To the page:    {ready: true}; while a program runs {id, kind: "out" | "draw", detail}; then
//                 {id, kind: "end", detail}, celda.correr's answer, or {id, kind: "broken", detail}
//                 when the interpreter itself has failed: then this worker is of no more use.

const HEAP_BYTES = 16 * 1024 * 1024;
const MILLISECONDS_BETWEEN_OUTPUTS = 50;
const CHARACTERS_OF_AN_OUTPUT = 2000;
const MOST_DRAWINGS = 20;

const post = self.postMessage.bind(self);
const locks = navigator.locks;
const python = { started: start() };
closeTheWorld();

async function start() {
  // MicroPython takes up its own parts only after this: closeTheWorld() has run by then.
  await null;
  const python = await loadMicroPython({
    heapsize: HEAP_BYTES,
    // What print does comes through tell; what goes past it is for nobody.
    stdout: () => {},
    stderr: () => {},
  });
  for (const [name, text] of Object.entries(FILES)) {
    python.FS.writeFile("/" + name, text);
  }
  return python.pyimport("celda");
}

self.onmessage = (event) => {
  if (event.data.lock) {
    holdLock(event.data.lock);
  } else {
    run(event.data.id, event.data.detail);
  }
};

// The lock tells the page when this worker is gone: the browser sends no word of it.
function holdLock(name) {
  const ready = () => post({ ready: true });
  const forEver = () => {
    ready();
    return new Promise(() => {});
  };
  try {
    locks.request(name, forEver).catch(ready);
  } catch (none) {
    ready();
  }
}

async function run(id, request) {
  try {
    const celda = await python.started;
    const output = new Output(id);
    celda._tell = Object.freeze((kind, text) => output.tell(kind, text));
    const answer = celda.correr(request);
    output.flush();
    post({ id, kind: "end", detail: answer });
  } catch (failure) {
    post({ id, kind: "broken", detail: String(failure) });
  }
}

// What a program says, gathered: it may print thousands of lines, and nothing else can run meanwhile.
class Output {
  #id;
  #text = "";
  #told = Date.now();
  #drawings = 0;

  constructor(id) {
    this.#id = id;
  }

  tell(kind, text) {
    if (kind === "out") {
      this.#text += text;
      if (this.#text.length >= CHARACTERS_OF_AN_OUTPUT || Date.now() - this.#told >= MILLISECONDS_BETWEEN_OUTPUTS) {
        this.flush();
      }
    } else if (kind === "draw" && this.#drawings++ < MOST_DRAWINGS) {
      this.flush();
      post({ id: this.#id, kind, detail: text });
    }
  }

  flush() {
    if (this.#text) {
      post({ id: this.#id, kind: "out", detail: this.#text });
    }
    this.#text = "";
    this.#told = Date.now();
  }
}

// A learner's program may come from anywhere, so it must reach neither the network nor the storage nor
// the page. Python leads to JavaScript only through what it is given; should a program find a way all
// the same, it finds a world in which nothing is left but the language itself.
function closeTheWorld() {
  const kept = new Set(
    (
      "Array ArrayBuffer BigInt BigInt64Array BigUint64Array Boolean DataView Date Error FinalizationRegistry " +
      "Float32Array Float64Array Infinity Int16Array Int32Array Int8Array JSON Map Math NaN Number Object Promise Proxy " +
      "RangeError ReferenceError Reflect RegExp Set String Symbol SyntaxError TextDecoder TextEncoder TypeError URIError " +
      "Uint16Array Uint32Array Uint8Array Uint8ClampedArray WeakMap WeakRef WeakSet WebAssembly " +
      "atob console constructor crypto decodeURIComponent encodeURIComponent globalThis isFinite isNaN onmessage " +
      "parseFloat parseInt self undefined"
    ).split(" ")
  );
  const close = (place, name) => {
    if (Object.getOwnPropertyDescriptor(place, name).configurable) {
      Object.defineProperty(place, name, { value: undefined, writable: false, configurable: false });
    }
  };
  for (let place = globalThis; place && place !== Object.prototype; place = Object.getPrototypeOf(place)) {
    Object.getOwnPropertyNames(place)
      .filter((name) => !kept.has(name))
      .forEach((name) => close(place, name));
  }
  // Each kind of function has a maker of its own, which turns text into code.
  for (const made of [function () {}, async function () {}, function* () {}, async function* () {}]) {
    close(Object.getPrototypeOf(made), "constructor");
  }
}
