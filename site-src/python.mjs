// Reads {worker, files} as JSON on standard input, writes the script that a learner's Python runs in.
import { pythonWorker } from "./python-worker.mjs";
import { minify } from "terser";
import { readFileSync } from "node:fs";

const { worker, files } = JSON.parse(readFileSync(0, "utf8"));
const small = await minify(pythonWorker(worker, files), { ecma: 2022, compress: { passes: 2 } });
process.stdout.write(small.code + "\n");
