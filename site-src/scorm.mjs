// Reads the script of the SCORM launch page on standard input, writes it with fflate as one classic script.
import { bundled } from "./bundle.mjs";
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const folder = join(dirname(fileURLToPath(import.meta.url)), "scorm");
const licence = readFileSync(join(folder, "../node_modules/fflate/LICENSE"), "utf8").trim();
const notice = `/*! With fflate.\n\n${licence}\n*/`;
process.stdout.write(await bundled(readFileSync(0, "utf8"), folder, notice));
