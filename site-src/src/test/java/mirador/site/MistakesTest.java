package mirador.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every mistake of an author is told with its file, its line, the value and the mend. */
class MistakesTest {
  private static final String VIT = "lessons/01-vit.md";
  private SampleCourse course;

  @BeforeEach
  void write(@TempDir Path root) throws IOException {
    course = SampleCourse.in(root);
  }

  @Test
  void theSampleHasNone() throws IOException {
    assertEquals(List.of(), course.problems());
  }

  /** One change of lesson 1 that spoils the line it stands in. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          widget patch-grid | widget patch-gird | unknown widget "patch-gird": did you mean "patch-grid"?
          patch: 50         | patsh: 50         | patch-grid has no setting "patsh" (value "50"): did you mean "patch"?
          patch: 50         | patch: 4000       | "4000" is not
          image: cat        | image: cta        | setting "image" of patch-grid: "cta" is not one of car, cat, puppy
          patch: 100        | patch: 1          | setting "patch" of patch-grid: "1" is not
          answer: 96        | answer: 97        | the answer "97" is not among the options: 48, 96, 192
          widget patch-grid | wigdet patch-grid | unknown directive "wigdet": did you mean "widget"?
          widget patch-grid | widget question   | widget "question" has a block of its own: write ```question
          note cuidado      | note ciudado      | unknown note "ciudado": did you mean "cuidado"?
          ### Una tabla     | #### Una tabla    | jumps from level 2 to 4: write ###
          ## Preguntas      | # Preguntas       | the page's title comes from the front matter
          glosario.md#embedding | glosario.md#embeding | has no heading or block "#embeding": did you mean "embedding"?
          glosario.md#embedding | glosary.md       | no page "glosary": did you mean "glosario"?
          hints: [          | hint: [           | unknown key of exercise "num-patches" "hint": did you mean "hints"?
          options: [        | options: [[       | bad YAML:
          expected: 196     | expected: ''      | "expected" is missing
          choices: ["49",   | choices: ["48",   | expected "49" is not among the choices: 48, 56
          H: alto de        | H alto de         | a symbol is written "H: what it means"
          - se aplana       | se aplana         | a checklist has one "- item" a line
          Una imagen es     | <div>Una imagen   | HTML in a lesson: <div>Una imagen
          minutes: 45       | minutes: mucho    | "minutes" must be a whole number above 0, not "mucho"
          minutes: 45       | minuts: 45        | unknown key of the front matter "minuts": did you mean "minutes"?
          """)
  void inOneLine(String right, String wrong, String what) throws IOException {
    course.replace(VIT, right, wrong);
    int line = course.line(VIT, wrong.lines().findFirst().orElseThrow());
    List<String> problems = course.problems();
    assertTrue(
        problems.stream().anyMatch(problem -> near(problem, line) && problem.contains(what)),
        () -> "no \"" + what + "\" at line " + line + " in " + problems);
  }

  /** On the line itself, or, for what belongs to an item as a whole, where the item starts. */
  private static boolean near(String problem, int line) {
    return IntStream.rangeClosed(line - 2, line + 1)
        .anyMatch(at -> problem.startsWith(VIT + ":" + at + ": "));
  }

  @Test
  void missingAltText() throws IOException {
    course.replace("lessons/00-inicio.md", "![Un gato pixelado sentado]", "![]");
    assertSays("lessons/00-inicio.md", "figura:cat", "picture figura:cat has no alt text");
  }

  @Test
  void unknownPicture() throws IOException {
    course.replace("lessons/00-inicio.md", "figura:cat", "figura:dog");
    assertSays("lessons/00-inicio.md", "figura:dog", "unknown picture \"dog\": known are cat");
  }

  @Test
  void pictureFileNotThere() throws IOException {
    Files.delete(course.root.resolve("figuras/cat.png"));
    assertSays("figuras/figuras.yaml", "id: cat", "no file figuras/cat.png");
  }

  @Test
  void badFormula() throws IOException {
    course.replace(VIT, "768 \\times 512", "\\frac{768}{");
    assertSays(VIT, "\\frac{768}{", "formula \"\\frac{768}{\"");
  }

  @Test
  void idTakenOnAnotherPage() throws IOException {
    course.replace(
        "lessons/00-inicio.md",
        "## Empieza aquí",
        "```question que-es-un-patch\n¿Qué es?\n```\n\n## Empieza aquí");
    int there = course.line("lessons/00-inicio.md", "```question");
    assertSays(
        VIT,
        "```question",
        "id \"que-es-un-patch\" is already taken by lessons/00-inicio.md:"
            + there
            + ": give one of the two another id");
  }

  @Test
  void exerciseWithoutCases() throws IOException {
    course.replace(VIT, "## Preguntas", "```exercise vacio\nstatement: Nada.\n```\n\n## Preguntas");
    assertSays(VIT, "```exercise vacio", "exercise \"vacio\": no cases: add \"cases:\"");
  }

  @Test
  void noFrontMatter() throws IOException {
    course.write(VIT, "Hola\n");
    assertSays(VIT, "Hola", "front matter is missing");
  }

  @Test
  void termTwiceInTheGlossary() throws IOException {
    course.replace("lessons/glosario.md", "## embedding", "## Tokens\n\nOtra vez.\n\n## embedding");
    assertSays("lessons/glosario.md", "## Tokens", "the glossary already has \"Tokens\"");
  }

  @Test
  void lessonNotThere() throws IOException {
    course.replace("curso.yaml", "01-vit.md", "01-vti.md");
    assertSays("curso.yaml", "01-vti.md", "no file lessons/01-vti.md: did you mean \"01-vit.md\"?");
  }

  @Test
  void unknownKeyOfTheCourse() throws IOException {
    course.replace("curso.yaml", "subtitle:", "subtitel:");
    assertSays(
        "curso.yaml",
        "subtitel",
        "unknown key of the course \"subtitel\": did you mean \"subtitle\"?");
  }

  /** One wrong line about the models. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          modelMirror: modelos.example.org           | "modelMirror" is no web address: "modelos.example.org": start with https://
          modelHub: ftp://hub.example.org/           | "modelHub" is no web address
          models: clip-vit-base-patch32              | "models" must be a list, one "- …" a line
          models: [clip-vit-base-patch23]            | unknown model "clip-vit-base-patch23": did you mean "clip-vit-base-patch32"?
          models: [{from: [hub]}]                    | "name" is missing
          models: [{name: clip-vit-base-patch32, form: [hub]}] | unknown key of a model "form": did you mean "from"?
          models: [{name: clip-vit-base-patch32, from: [hubb]}] | unknown place to get a model from "hubb": did you mean "hub"?
          models: [{name: clip-vit-base-patch32, from: [mirror]}] | "from" names the mirror, but there is none: add "modelMirror: …"
          models: [{name: clip-vit-base-patch32, from: [hub, hub]}] | "hub" stands twice: take one out
          """)
  void inTheSettingsOfModels(String wrong, String what) throws IOException {
    course.replace("curso.yaml", "title: Mirador", "title: Mirador\n" + wrong);
    assertSays("curso.yaml", wrong, what);
  }

  @Test
  void languageWithoutTexts() throws IOException {
    course.replace("curso.yaml", "title: Mirador", "title: Mirador\nlanguage: fr");
    assertTrue(
        course
            .problems()
            .get(0)
            .contains("no interface texts in the language \"fr\": available: en, es"));
  }

  @Test
  void allAtOnce() throws IOException {
    course.replace(VIT, "image: cat", "image: cta");
    course.replace(VIT, "answer: 96", "answer: 97");
    course.replace("lessons/00-inicio.md", "figura:cat", "figura:dog");
    assertEquals(3, course.problems().size());
  }

  private void assertSays(String file, String lineWith, String what) throws IOException {
    String place = file + ":" + course.line(file, lineWith) + ": ";
    List<String> problems = course.problems();
    assertTrue(
        problems.stream().anyMatch(said -> said.startsWith(place) && said.contains(what)),
        () -> "no \"" + place + what + "\" in " + problems);
  }
}
