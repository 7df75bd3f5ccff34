package mirador.training.evaluation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The part of a model card that is measured, between two marks. */
public record ModelCard(Path file) {
  private static final String BEGIN = "<!-- eval -->";
  private static final String END = "<!-- /eval -->";

  /**
   * Puts what was measured into the card.
   *
   * @throws IOException when the card lacks the marks
   */
  public void write(String measured) throws IOException {
    String card = Files.readString(file);
    int begin = card.indexOf(BEGIN);
    int end = card.indexOf(END);
    if (begin < 0 || end < begin) {
      throw new IOException(file + " has no lines " + BEGIN + " and " + END + " to write between");
    }
    Files.writeString(
        file, card.substring(0, begin + BEGIN.length()) + "\n" + measured + card.substring(end));
  }
}
