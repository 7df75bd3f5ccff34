package mirador.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import mirador.concepts.course.Notebook;
import mirador.concepts.explain.ClipMatrixWords;
import mirador.concepts.retrieval.SimilarityMatrix;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The whole course in Firefox by file:// with the network off: every widget comes alive without an
 * error, what is written on one page is known on another, a code cell runs its program, and a model
 * gives what it gives on the JVM.
 */
final class FirefoxSmokeTest {
  private static final Path FOLDER = Path.of("firefox").toAbsolutePath();

  /** A learner's file with one program that is right. */
  private static final String HAND_IN =
      """
      {"format": "mirador-respuestas", "version": 1, "entries": {"learner.name": "Ana",
       "exercise.num-patches-codigo.code": "def num_patches(h, w, p):\\n    return h // p * (w // p)"}}
      """;

  @Test
  void everyPageAndAModelComeAliveFromADisk(@TempDir Path work)
      throws IOException, InterruptedException {
    Optional<Path> firefox = firefox();
    Assumptions.assumeTrue(
        firefox.isPresent(), "no Firefox on this machine (Debian: apt-get install firefox-esr)");
    if (!Files.isDirectory(FOLDER.resolve("node_modules/puppeteer-core"))) {
      run(List.of("npm", "ci", "--silent"));
    }
    Path model = MiniClip.export(work);
    Path handIn = work.resolve("entrega.json");
    Files.writeString(handIn, HAND_IN);
    JsonNode seen =
        new ObjectMapper()
            .readTree(
                run(
                    List.of(
                        "node",
                        "smoke.mjs",
                        BuiltSite.FOLDER.toString(),
                        firefox.get().toString(),
                        model.toString(),
                        handIn.toString())));
    for (String page : BuiltSite.pages()) {
      JsonNode found = seen.path("pages").path(page);
      assertEquals("[]", found.path("complaints").toString(), "errors on " + page);
      for (JsonNode widget : found.path("widgets")) {
        assertEquals("true", widget.path("mounted").asText(), page + ": " + widget);
        assertFalse(widget.path("result").asText().isBlank(), page + ": " + widget);
      }
    }
    assertEquals("escrito en Firefox", seen.path("answer").asText(), "an answer on another page");
    JsonNode cell = seen.path("cell");
    assertEquals(
        Texts.SPANISH.get("code.result.all", cell.path("cases").asInt()),
        cell.path("result").asText(),
        cell.toString());
    assertEquals("[]", cell.path("complaints").toString(), "errors while the program ran");
    JsonNode book = seen.path("book");
    assertEquals("Ana", book.path("learner").asText(), book.toString());
    assertTrue(book.path("score").asText().startsWith("1/"), book.toString());
    assertEquals("[]", book.path("complaints").toString(), "errors while a class was judged");
    JsonNode clip = seen.path("model");
    String expected =
        ClipMatrixWords.result(
            Texts.SPANISH,
            SimilarityMatrix.symbolic(Notebook.CAPTIONS),
            MiniClip.matrix(MiniClip.open(model), Notebook.CAPTIONS),
            id -> clip.path("names").path(id).asText());
    assertEquals(expected, clip.path("result").asText(), clip.toString());
    assertEquals("[]", clip.path("complaints").toString(), "errors while the model ran");
  }

  private static Optional<Path> firefox() {
    return Stream.of("firefox-esr", "firefox")
        .flatMap(
            name ->
                Stream.of(Objects.requireNonNullElse(System.getenv("PATH"), "").split(":"))
                    .map(folder -> Path.of(folder, name)))
        .filter(Files::isExecutable)
        .findFirst();
  }

  private static String run(List<String> command) throws IOException, InterruptedException {
    Path errors = Files.createTempFile("firefox", ".txt");
    Process process =
        new ProcessBuilder(new ArrayList<>(command))
            .directory(FOLDER.toFile())
            .redirectError(errors.toFile())
            .start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    int status = process.waitFor();
    assertEquals(0, status, () -> command + ": " + readable(errors) + output);
    return output;
  }

  private static String readable(Path errors) {
    try {
      return Files.readString(errors);
    } catch (IOException e) {
      return e.toString();
    }
  }
}
