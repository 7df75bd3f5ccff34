// Reads the source of the code cells' editor on standard input, writes it with all it imports as one classic
// script: from a disk (file://) a page may load no modules.
import { build } from "esbuild";
import { minify } from "terser";
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const folder = join(dirname(fileURLToPath(import.meta.url)), "editor");
// All that is bundled is by the same author, under the same licence, which asks to be kept with every copy.
const licence = readFileSync(join(folder, "../node_modules/@codemirror/state/LICENSE"), "utf8").trim();
const notice =
  `/*! With CodeMirror, Lezer, style-mod, w3c-keyname and find-cluster-break, 2016-2024.\n\n${licence}\n*/`;

const { outputFiles } = await build({
  stdin: { contents: readFileSync(0, "utf8"), resolveDir: folder, sourcefile: "editor.js" },
  bundle: true,
  write: false,
  format: "iife",
  target: "es2020",
  charset: "utf8",
  logLevel: "warning",
});
// esbuild could make it small too, but not as small.
const { code } = await minify(outputFiles[0].text, {
  ecma: 2020,
  compress: { passes: 2 },
  format: { comments: false, preamble: notice },
});
process.stdout.write(code);
