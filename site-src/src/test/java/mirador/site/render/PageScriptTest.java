package mirador.site.render;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import mirador.site.node.NodeScript;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The published page script does what TeaVM's does, in parts. */
class PageScriptTest {
  private static final NodeScript PAGE_SCRIPT =
      new NodeScript(Path.of(System.getProperty("root.dir"), "site-src/page-script.mjs"));

  @TempDir Path folder;

  @Test
  void thePartsTogetherDoWhatTheScriptDid() throws IOException {
    // Two long statements that may not share a part, and one between them that declares.
    String fill = "log.push('" + "x".repeat(5000) + "');\n";
    String compiled =
        "\"use strict\";\nvar main;(function(){let log=[];function add(text){log.push(text);}\n"
            + fill
            + "let run=()=>log.length;\n"
            + fill
            + "add(run());\nmain=()=>log.map(String).map(text=>text.length).join();})();\n";

    Path published = folder.resolve("published.js");
    Files.writeString(
        published,
        "globalThis.window = {};\n"
            + new String(PAGE_SCRIPT.run(compiled.getBytes(UTF_8)), UTF_8)
            + "console.log(window.miradorParts.length);"
            + "window.miradorParts.forEach(part => part()); console.log(main());");
    String said = new String(new NodeScript(published).run(new byte[0]), UTF_8);

    assertEquals("2\n5000,5000,1\n", said);
  }

  @Test
  void anotherShapeOfScriptIsAnError() {
    assertThrows(IOException.class, () -> PAGE_SCRIPT.run("function main() {}\n".getBytes(UTF_8)));
  }
}
