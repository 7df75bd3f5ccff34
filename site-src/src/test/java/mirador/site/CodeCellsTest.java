package mirador.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Code cells: what an author may get wrong in one, and what a page makes of one. */
class CodeCellsTest {
  private static final String VIT = "lessons/01-vit.md";
  private static final String ID = "num-patches-codigo";
  private static final String MULTIPLIED = "return rows * (w // p)";
  private SampleCourse course;

  @BeforeEach
  void write(@TempDir Path root) throws IOException {
    course = SampleCourse.in(root);
  }

  /** One change that breaks the cell, and what is said of the line that holds a text. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          title: Escribe      | titel: Escribe     | titel: | unknown key of code "num-patches-codigo" "titel": did you mean "title"?
          title: Escribe num_patches | title:      | ```code | code "num-patches-codigo": "title" is missing
          ```code num-patches-codigo | ```code     | ```code | a code block needs a name
          ```code num-patches-codigo | ```code num-patches | ```code | id "num-patches" is already taken by
          explanation:        | explain:           | ```code | "explanation" is missing
          - "Multiplica filas y columnas." | # una sola | ```code | give at least two "hints"; there are 1
          tolerance: "0.001"  | tolerance: "poca"  | tolerance: | "tolerance" must be a number above 0, not "poca"
          expect: "49"        | expects: "49"      | - run: "num_patches(alto | "expect" is missing
          expect: "49"        | expect: "50"       | - run: "num_patches(alto | the solution fails case 2: num_patches(alto, 224, 32) gives 49, expected 50 (off-by-one): mend the solution
          expect: "49"        | expect: "num_patches(225, 224, 32)" | - run: "num_patches(alto | "expect" of case 2, num_patches(225, 224, 32), ends with NameError
          before: "alto = 225" | before: "ancho = 225" | - run: "num_patches(alto | the solution fails case 2: num_patches(alto, 224, 32) ends with NameError
          rows = h // p       | rows = 1 / 0; pass | - run: "num_patches(224 | the solution fails case 1: num_patches(224, 224, 16) ends with ZeroDivisionError
          rows = h // p       | rows = (h // p     | return rows | the solution ends with SyntaxError
          pass                | return h // p * (w // p) | starter: | the starter passes every case: take out of it
          return h // p + w // p | return h // p * (w // p) | - say: "Sumas | mistake 1 passes every case: add a case that it fails
          return -(-h // p) * -(-w // p) | return w // p + h // p | - say: "Redondeas | mistake 2 gives the same results as mistake 1: add a case
          return h // p + w // p | print(1))       | - say: "Sumas | mistake 1 ends with SyntaxError: invalid syntax before any case
          return h // p + w // p | while True: pass | - say: "Sumas | mistake 1 does not end within 5 s before any case
          """)
  void toldWithItsLine(String right, String wrong, String lineWith, String what)
      throws IOException {
    course.replace(VIT, right, wrong);
    assertSays(lineWith, what);
  }

  private void assertSays(String lineWith, String what) throws IOException {
    int line = lineOf(lineWith);
    List<String> problems = course.problems();
    assertTrue(
        problems.stream()
            .anyMatch(
                said ->
                    (said.startsWith(VIT + ":" + line + ": ")
                            || said.startsWith(VIT + ":" + (line + 1) + ": "))
                        && said.contains(what)),
        () -> "no \"" + what + "\" at line " + line + " in " + problems);
  }

  private int lineOf(String text) throws IOException {
    List<String> lines = Files.readAllLines(course.root.resolve(VIT));
    for (int i = lines.size(); i > 0; i--) {
      if (lines.get(i - 1).contains(text)) {
        return i;
      }
    }
    throw new IllegalArgumentException("no line with " + text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"docs/authoring-exercises.md", "lessons/profesor.md"})
  void theWorkedExamplesAreRight(String file) throws IOException {
    String text = Files.readString(SampleCourse.REPOSITORY.resolve(file));
    int start = text.indexOf("```code ");
    String example = text.substring(start, text.indexOf("\n```\n", start) + 5);
    course.replace(VIT, "## Preguntas", example + "\n## Preguntas");
    assertEquals(List.of(), course.problems());
  }

  @Test
  void codeWithoutKeysIsNotSilentlyCode() throws IOException {
    course.replace(VIT, "```python\ndef", "```code\ndef");
    assertTrue(
        course.problems().stream().anyMatch(said -> said.contains("a code block needs a name")));
  }

  @Test
  void anEndlessProgramDoesNotStopTheOthers() throws IOException {
    course.replace(VIT, "return h // p + w // p", "return 1\n      while True: pass");
    course.replace(VIT, "return -(-h // p) * -(-w // p)", "return (h // p) * (w // p)");
    assertEquals(2, course.problems().size(), () -> "problems");
  }

  @Test
  void thePage() throws Exception {
    Path site = course.root.resolve("target/site");
    course.builder(null).build(site);
    Element section = Jsoup.parse(Files.readString(site.resolve("01-vit.html"))).getElementById(ID);

    assertEquals("widget widget-code", section.className());
    assertEquals("code", section.attr("data-widget"));
    assertEquals(ID, section.attr("data-exercise"));
    assertEquals("Escribe num_patches", section.expectFirst(".widget-title").text());
    assertEquals("enteros", section.expectFirst(".widget-play > .statement strong").text());
    Element starter =
        section.expectFirst(".code-cell[data-cell] > pre.code-starter[data-starter] > code");
    assertTrue(starter.wholeText().startsWith("def num_patches(h, w, p):\n    # Cuántos"));
    assertEquals("region", starter.parent().attr("role"));
    assertFalse(starter.parent().attr("aria-label").isEmpty());

    List<Element> cases = section.select("ol.code-cases[data-cases] > li.code-case[data-case]");
    assertEquals(2, cases.size());
    assertEquals("num_patches(224, 224, 16)", cases.get(0).attr("data-run"));
    assertEquals("196", cases.get(0).attr("data-expect"));
    assertEquals("224 / 16 = 14 en cada dirección.", cases.get(0).attr("data-hint"));
    assertEquals("num_patches(224, 224, 16) → 196", cases.get(0).text());
    assertFalse(cases.get(0).hasAttr("data-before"));
    assertEquals("alto = 225", cases.get(1).attr("data-before"));
    assertEquals("0.001", cases.get(1).attr("data-tolerance"));
    assertEquals("alto = 225 num_patches(alto, 224, 32) → 49", cases.get(1).text());
    assertEquals(2, section.select("li > span.case-verdict[data-verdict]:empty").size());

    assertEquals(2, section.select("details.hint[data-hint]:not([open])").size());
    List<Element> says = section.select("[data-mistakes][hidden] > [data-signature]");
    assertEquals(2, says.size());
    assertEquals("Sumas en lugar de multiplicar.", says.get(0).text());
    says.forEach(say -> assertTrue(say.attr("data-signature").matches("[0-9a-f]{16}")));

    Element solution = section.expectFirst("details.model-answer.solution[data-model-answer]");
    assertFalse(solution.hasAttr("open"));
    assertTrue(solution.expectFirst("pre code").wholeText().contains(MULTIPLIED));
    assertTrue(solution.text().endsWith("filas por columnas."));

    String data = Files.readString(site.resolve("assets/course-data.js"));
    JsonNode mirador =
        new ObjectMapper().readTree(data.substring(data.indexOf('{'), data.lastIndexOf(';')));
    JsonNode item = mirador.get("items").get(mirador.get("items").size() - 1);
    assertEquals("code", item.get("kind").asText());
    assertEquals(ID, item.get("id").asText());
    assertEquals("Escribe num_patches", item.get("prompt").asText());
    assertTrue(
        mirador.get("runtime").get("python").asText().matches("assets/python\\.js\\?v=\\w{10}"));
    assertTrue(Files.isRegularFile(site.resolve("assets/python.js")));
    String worker = Files.readString(site.resolve("sw.js"));
    int later = worker.indexOf("const LATER");
    assertTrue(worker.indexOf("assets/python.js") > later, "kept before it is used");
  }
}
