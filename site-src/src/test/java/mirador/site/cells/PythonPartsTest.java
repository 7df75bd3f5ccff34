package mirador.site.cells;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import mirador.site.node.NodeScript;
import mirador.site.scan.CourseFolder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The script in which programs run, and what becomes of programs in it. */
class PythonPartsTest {
  private static final Path ROOT = Path.of(System.getProperty("root.dir")).toAbsolutePath();
  private static final CourseFolder FOLDER = new CourseFolder(ROOT);

  private static JsonNode answers(String... programs) throws IOException {
    Map<String, Object> request = new LinkedHashMap<>(PythonParts.read(FOLDER));
    request.put(
        "runs", Stream.of(programs).map(code -> Map.of("code", code, "cases", List.of())).toList());
    byte[] answer = new NodeScript(FOLDER.cellsScript()).run(PythonParts.json(request));
    return new ObjectMapper().readTree(answer);
  }

  @Test
  void theScriptIsClassicAndStandsAlone(@TempDir Path folder) throws IOException {
    String script = new String(PythonParts.worker(FOLDER), UTF_8);
    assertTrue(script.startsWith("function miradorPython(){"), script.substring(0, 60));
    assertFalse(script.contains("import.meta"));

    // In the modules' folder, so that acorn is found.
    Path parses = folder.resolve("parses.mjs");
    Files.writeString(
        parses,
        "import { createRequire } from 'node:module';\n"
            + "import { readFileSync } from 'node:fs';\n"
            + "const acorn = createRequire('"
            + ROOT.resolve("site-src").toUri()
            + "')('acorn');\n"
            + "const tokens = [...acorn.tokenizer(readFileSync(0, 'utf8'), {ecmaVersion: 2022})];\n"
            + "console.log(tokens.filter((one) => /^(import|export)$/.test(one.type.keyword)).length);");
    assertEquals("0\n", new String(new NodeScript(parses).run(script.getBytes(UTF_8)), UTF_8));
  }

  @Test
  void programsGiveWhatTheyPrintAndTheirErrors() throws IOException {
    JsonNode answers = answers("print('á', np.mean([1, 2]))", "x = 1\n1 / 0", "x = [0] * 10**9");
    assertEquals("á 1.5\n", answers.get(0).get("out").asText());
    assertTrue(answers.get(0).get("error").isNull());
    assertEquals("ZeroDivisionError", answers.get(1).get("error").get("name").asText());
    assertEquals(2, answers.get(1).get("error").get("line").asInt());
    assertEquals("MemoryError", answers.get(2).get("error").get("name").asText());
  }

  @Test
  void anEndlessProgramIsEndedAndTheNextOneRuns() throws IOException {
    JsonNode answers = answers("while True: pass", "print(1)");
    assertEquals("Timeout", answers.get(0).get("error").get("name").asText());
    assertEquals("1\n", answers.get(1).get("out").asText());
  }

  @Test
  void memoryIsBounded() throws IOException {
    JsonNode answers =
        answers(
            """
            kept = []
            try:
                while True:
                    kept.append(bytearray(1000000))
            except MemoryError:
                n = len(kept)
                kept = None
            print(8 < n < 64)
            """);
    assertEquals("True\n", answers.get(0).get("out").asText());
  }

  /** Even whoever gets hold of JavaScript finds nothing in it that leads out. */
  @Test
  void noWayLeadsOut() throws IOException {
    String js = "import celda\njs = celda._open_import('js')\n";
    String made = "made = celda._open_import('jsffi').to_js([1])\n";
    JsonNode answers =
        answers(
            "import js",
            "import os",
            js + "print(js.fetch)",
            js + "print(js.globalThis)",
            js + made + "print(made.constructor.constructor)",
            js + "print(celda._tell.constructor)");
    assertEquals("ImportError", answers.get(0).get("error").get("name").asText());
    assertEquals("ImportError", answers.get(1).get("error").get("name").asText());
    assertEquals("AttributeError", answers.get(2).get("error").get("name").asText());
    assertEquals("AttributeError", answers.get(3).get("error").get("name").asText());
    assertEquals("<undefined>\n", answers.get(4).get("out").asText());
    assertEquals("<undefined>\n", answers.get(5).get("out").asText());
  }
}
