package mirador.concepts.symbolic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import mirador.concepts.retrieval.Cosine;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class SymbolicEmbedderTest {
  @Test
  void findsWordsInsideWords() {
    assertEquals(List.of("car"), SymbolicEmbedder.text("SCARY").matched());
    assertEquals(List.of("cat", "dog"), SymbolicEmbedder.text("hotdog concatenate").matched());
    assertEquals(
        List.of(
            new SymbolicEmbedder.Occurrence("dog", 3, 6),
            new SymbolicEmbedder.Occurrence("cat", 7, 10)),
        SymbolicEmbedder.occurrences("hotDOG cats"));
  }

  @Property
  void aTextHasLengthOneOrNone(@ForAll String text) {
    SymbolicEmbedding embedding = SymbolicEmbedder.text(text + " snow");
    assertEquals(1, Cosine.norm(embedding.vector()), 1e-12);
    assertEquals(
        SymbolicEmbedder.text(text).isZero() ? 0 : 1,
        Cosine.norm(SymbolicEmbedder.text(text).vector()),
        1e-12);
  }

  @Test
  void namesTheUnknownPicture() {
    String message =
        assertThrows(IllegalArgumentException.class, () -> SymbolicEmbedder.image("bird"))
            .getMessage();
    assertTrue(message.contains("bird"), message);
  }
}
