// Makes one classic script of a source and all it imports: from a disk (file://) a page may load no modules.
import { build } from "esbuild";
import { minify } from "terser";

/**
 * The script.
 *
 * @param source its text
 * @param folder where it lies
 * @param notice a comment to begin with: the licences of what is bundled
 */
export async function bundled(source, folder, notice) {
  const { outputFiles } = await build({
    stdin: { contents: source, resolveDir: folder },
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
  return code;
}
