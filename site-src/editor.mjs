// Reads the source of the code cells' editor on standard input, writes it with all it imports as one classic script.
import { bundled } from "./bundle.mjs";
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const folder = join(dirname(fileURLToPath(import.meta.url)), "editor");
// All that is bundled is by the same author, under the same licence, which asks to be kept with every copy.
const licence = readFileSync(join(folder, "../node_modules/@codemirror/state/LICENSE"), "utf8").trim();
const notice =
  `/*! With CodeMirror, Lezer, style-mod, w3c-keyname and find-cluster-break, 2016-2024.\n\n${licence}\n*/`;
process.stdout.write(await bundled(readFileSync(0, "utf8"), folder, notice));
