// Reads a script of the page as TeaVM writes it on standard input, writes the one that is published.
//
// TeaVM's script is one function: declarations first, then the statements that fill its tables of
// classes and texts, then the one that hands out "main". On a slow phone those tables alone would
// hold the page for a tenth of a second, so they become parts, run by boot.js each in a task of its own:
//   window.miradorParts = [() => { tables }, …, () => { main = …; }]
import { parse } from "acorn";
import { minify } from "terser";
import { readFileSync } from "node:fs";

const CHARACTERS_IN_A_PART = 6000;

const source = readFileSync(0, "utf8");
const wrapper = parse(source, { ecmaVersion: "latest" }).body.find(
  (node) => node.type === "ExpressionStatement" && node.expression.type === "CallExpression"
);
const body = wrapper?.expression.callee.body?.body ?? [];
const text = (node) => source.slice(node.start, node.end);

// What runs early stays in its place; only the statements after the last declaration of a function are parts.
const lastFunction = body.findLastIndex((node) => node.type === "FunctionDeclaration");
const tail = body.slice(lastFunction + 1);
const statements = tail.filter((node) => node.type === "ExpressionStatement").map(text);
const declarations = tail.filter((node) => node.type !== "ExpressionStatement");
if (statements.length < 3 || !/^main\s*=/.test(statements.at(-1)) || declarations.some((node) => node.type !== "VariableDeclaration")) {
  throw new Error("the page script is not built as expected: was TeaVM updated? See site-src/page-script.mjs");
}

const parts = [];
let length = Infinity;
for (const statement of statements) {
  if (length + statement.length > CHARACTERS_IN_A_PART) {
    parts.push([]);
    length = 0;
  }
  parts.at(-1).push(statement);
  length += statement.length;
}

const script =
  source.slice(0, body[lastFunction].end) +
  declarations.map(text).join("\n") +
  "\nwindow.miradorParts = [" +
  parts.map((part) => `() => {\n${part.join("\n")}\n}`).join(",\n") +
  "];})();\n";
// A script compiled with Java's names (-Dscript.minified=false) is to be read, so it keeps them.
const readable = source.includes("$rt_metadata");
const published = readable ? script : (await minify(script, { ecma: 2020, compress: { passes: 2 } })).code;
process.stdout.write(published);
