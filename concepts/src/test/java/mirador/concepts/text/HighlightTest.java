package mirador.concepts.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import mirador.concepts.text.Highlight.Piece;
import org.junit.jupiter.api.Test;

class HighlightTest {
  @Test
  void marksWordsInsideWordsAndInCapitals() {
    assertEquals(
        List.of(new Piece("Is there a ", false), new Piece("CAR", true), new Piece("pet?", false)),
        Highlight.of("Is there a CARpet?", List.of("car")));
  }

  @Test
  void marksEveryOccurrenceOfEveryWord() {
    assertEquals(
        List.of(
            new Piece("what", true),
            new Piece(" I ", false),
            new Piece("see", true),
            new Piece(", ", false),
            new Piece("see", true)),
        Highlight.of("what I see, see", List.of("what", "see")));
  }

  @Test
  void keepsATextWithoutAnyOfThemWhole() {
    assertEquals(List.of(new Piece("İstanbul", false)), Highlight.of("İstanbul", List.of("car")));
    assertEquals(List.of(), Highlight.of("", List.of("car")));
  }
}
