package mirador.concepts;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import mirador.concepts.text.Messages;

/** The module's own Spanish messages, for tests. */
public final class CourseMessages {
  public static final Messages ES = read();

  private CourseMessages() {}

  private static Messages read() {
    try (InputStream in =
        CourseMessages.class.getResourceAsStream("/mirador/messages/concepts_es.properties")) {
      return Messages.parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
