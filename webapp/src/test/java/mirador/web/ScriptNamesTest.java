package mirador.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * TeaVM renames the parameters of a {@code @JSBody} to single letters and does not look whether the
 * script already uses them: a {@code var c} or {@code catch (e)} inside would take the place of a
 * parameter without a word. So no name declared in a script may have only one letter.
 */
final class ScriptNamesTest {
  private static final Pattern SCRIPT_TEXT = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"");
  private static final Pattern DECLARED =
      Pattern.compile(
          "\\b(?:var|let|const)\\s+([A-Za-z])\\b|,\\s*([A-Za-z])\\s*=(?!=)"
              + "|\\bcatch\\s*\\(\\s*([A-Za-z])\\s*\\)"
              + "|\\bfunction\\s*\\w*\\(\\s*([A-Za-z])\\s*[,)]");

  @Test
  void noScriptDeclaresANameOfOneLetter() throws IOException {
    List<String> found = new ArrayList<>();
    int scripts = 0;
    try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
      for (Path file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
        for (String body : bodies(Files.readString(file))) {
          scripts++;
          Matcher declared = DECLARED.matcher(body);
          while (declared.find()) {
            found.add(file.getFileName() + ": " + declared.group());
          }
        }
      }
    }
    assertTrue(scripts > 20, "only " + scripts + " scripts found");
    assertEquals(List.of(), found);
  }

  /**
   * The string literals of each {@code @JSBody}, and of constants that scripts are made of, joined.
   */
  private static List<String> bodies(String source) {
    List<String> bodies = new ArrayList<>();
    Matcher start = Pattern.compile("@JSBody\\(|static final String \\w+ =").matcher(source);
    while (start.find()) {
      int end = source.indexOf(";\n", start.end());
      StringBuilder script = new StringBuilder();
      Matcher text = SCRIPT_TEXT.matcher(source.substring(start.end(), Math.max(end, start.end())));
      while (text.find()) {
        script.append(text.group(1)).append(' ');
      }
      bodies.add(script.toString());
    }
    return bodies;
  }
}
