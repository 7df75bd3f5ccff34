// MicroPython's own package, a program and expressions on what it leaves.
import { loadMicroPython } from '/micropython/micropython.mjs';

const python = loadMicroPython({ url: '/micropython/micropython.wasm', heapsize: 16 * 1024 * 1024, stdout: () => {} });
self.onmessage = async ({ data: { code, cases } }) => {
  try {
    const loaded = await python;
    loaded.runPython(code);
    self.postMessage({ values: cases.map((run) => String(loaded.runPython(`repr(${run})`))) });
  } catch (error) {
    self.postMessage({ error: String(error) });
  }
};
