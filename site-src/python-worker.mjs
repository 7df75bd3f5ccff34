// The script in which a learner's Python runs: MicroPython, its WebAssembly, the project's Python files
// and the worker's own code as one function, so that it starts from an address and from its own text.
import { parse } from "acorn";
import { readFileSync } from "node:fs";

const MICROPYTHON = new URL("node_modules/@micropython/micropython-webassembly-pyscript/", import.meta.url);

// All that a program may fill: twice the heap of 16 MB for the texts on their way in and out, and some.
const MOST_BYTES = 64 * 1024 * 1024;

// What MicroPython's script must do otherwise here: [its own text, ours, why].
const CHANGES = [
  ["!!globalThis.window", "!1", "it runs in a worker"],
  ["!!globalThis.WorkerGlobalScope", "!0", "it runs in a worker"],
  ['globalThis.process?.versions?.node&&"renderer"!=globalThis.process?.type,', "!1,", "and nowhere else"],
  ["if(!globalThis.window&&!globalThis.WorkerGlobalScope)", "if(!1)", "that was settled"],
  ["_scriptName=import.meta.url", '_scriptName=""', "a classic script has no address"],
  ['new URL("micropython.wasm",import.meta.url).href', '"micropython.wasm"', "it is found below"],
  [
    'const{createRequire:createRequire}=await import("module");var require=createRequire(import.meta.url)',
    "",
    "for Node alone",
  ],
  [
    "async function instantiateAsync(binary,binaryFile,imports){",
    "async function instantiateAsync(binary,binaryFile,imports){" +
      "return await WebAssembly.instantiate(WASM,imports);",
    "its bytes are here: nothing is fetched",
  ],
  ["err=console.error.bind(console)", "err=()=>{}", "a full memory is a MemoryError; the console need not know"],
  ["if(requestedSize>2147483648)", `if(requestedSize>${MOST_BYTES})`, "a program may not fill the machine"],
  ["Math.min(2147483648,", `Math.min(${MOST_BYTES},`, "a program may not fill the machine"],
  ["globalThis.proxy_js_ref=[globalThis,", "globalThis.proxy_js_ref=[NOTHING,", "Python's module js must not lead out"],
  ["proxy_js_ref_map.set(globalThis,0)", "proxy_js_ref_map.set(NOTHING,0)", "as above"],
];

/**
 * The script.
 *
 * @param worker the text of webapp/src/main/python/worker.js
 * @param files the Python files, texts by name
 */
export function pythonWorker(worker, files) {
  const wasm = readFileSync(new URL("micropython.wasm", MICROPYTHON)).toString("base64");
  return `function miradorPython() {
    "use strict";
    const FILES = ${JSON.stringify(files)};
    const NOTHING = Object.freeze(Object.create(null));
    const text = atob("${wasm}");
    const WASM = new Uint8Array(text.length);
    for (let i = 0; i < text.length; i++) WASM[i] = text.charCodeAt(i);
    const loadMicroPython = (function () { ${microPython()} return loadMicroPython; })();
    ${worker}
  }
  if (typeof document === "undefined") miradorPython();
`;
}

/** MicroPython's module as statements of a function. */
function microPython() {
  const source = readFileSync(new URL("micropython.mjs", MICROPYTHON), "utf8");
  let script = parse(source, { ecmaVersion: "latest", sourceType: "module" })
    .body.map((statement) => asClassic(source, statement))
    .join("\n");
  for (const [theirs, ours, why] of CHANGES) {
    if (script.split(theirs).length !== 2) {
      throw new Error(
        `micropython.mjs does not hold once what is changed because ${why}: "${theirs}": was it updated? See site-src/python-worker.mjs`
      );
    }
    script = script.replace(theirs, () => ours);
  }
  return script;
}

function asClassic(source, statement) {
  const text = source.slice(statement.start, statement.end);
  if (statement.type === "ExportDefaultDeclaration") {
    return "";
  }
  if (statement.type === "ExportNamedDeclaration") {
    return source.slice(statement.declaration.start, statement.declaration.end);
  }
  // The last one makes a command of it, for Node.
  return statement.type === "IfStatement" && text.includes("process.argv") ? "" : text;
}
