package mirador.browser;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import mirador.concepts.text.Messages;

/** The course's Spanish texts, read from the same files as the site's. */
final class Texts {
  /** The folder of the repository. */
  static final Path ROOT = Path.of(System.getProperty("root.dir", "..")).toAbsolutePath();

  /** What both sides say, and what the live page alone says. */
  static final Messages SPANISH = concepts().and(webapp());

  private Texts() {}

  private static Messages concepts() {
    try (InputStream in =
        Messages.class.getResourceAsStream("/mirador/messages/concepts_es.properties")) {
      return Messages.parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Messages webapp() {
    return read(ROOT.resolve("webapp/src/main/resources/mirador/messages/webapp_es.properties"));
  }

  static Messages read(Path file) {
    try {
      return Messages.parse(Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
