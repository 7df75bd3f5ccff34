package mirador.site.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class ScormCommandTest {
  @ParameterizedTest
  @CsvSource({"101, --mastery is 101", "-1, --mastery is -1", "mucho, is not an int"})
  void aMasteryScoreThatIsNoneIsNamed(String mastery, String said) {
    StringWriter errors = new StringWriter();
    int status =
        new CommandLine(new Mirador())
            .setErr(new PrintWriter(errors))
            .execute("scorm", "--mastery=" + mastery);
    assertEquals(2, status);
    assertTrue(errors.toString().contains(said), errors.toString());
  }
}
