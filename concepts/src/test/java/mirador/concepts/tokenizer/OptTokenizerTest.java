package mirador.concepts.tokenizer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class OptTokenizerTest {
  private static final ToyVocabulary TOY = ToyVocabulary.opt();
  private static final OptTokenizer TOKENIZER = new OptTokenizer(TOY.ids(), TOY.merges());

  @Test
  void theSpaceBelongsToTheWord() {
    Encoding encoding = TOKENIZER.encode("cat cat");
    assertEquals(List.of("</s>", "c", "at", "Ġcat"), encoding.tokens());
    assertEquals(encoding.tokens().stream().map(TOY.ids()::get).toList(), encoding.ids());
    assertEquals("cat cat", TOKENIZER.decode(encoding.ids()));
  }

  @Test
  void startAndPaddingMayStandInTheTextAndAreNotRead() {
    Encoding encoding = TOKENIZER.encode("a</s><pad>t");
    assertEquals(List.of("</s>", "a", "</s>", "<pad>", "t"), encoding.tokens());
    assertEquals("at", TOKENIZER.decode(encoding.ids()));
  }

  @Property(tries = 500)
  void everyTextComesBack(@ForAll @StringLength(max = 30) String text) {
    String whole = ByteSymbols.text(ByteSymbols.symbols(text)); // no halves of surrogate pairs
    assertEquals(whole, TOKENIZER.decode(TOKENIZER.encode(whole).ids()));
  }

  @Test
  void aCharacterWaitsForItsLastByte() {
    OptTokenizer.Stream stream = TOKENIZER.stream();
    List<Integer> cat = TOKENIZER.encode("🐱!").ids(); // start, four bytes, !
    assertEquals("", stream.append(cat.get(0)));
    assertEquals("", stream.append(cat.get(1)));
    assertEquals("", stream.append(cat.get(2)));
    assertEquals("", stream.append(cat.get(3)));
    assertEquals("🐱", stream.append(cat.get(4)));
    assertEquals("!", stream.append(cat.get(5)));
    assertEquals("", stream.end());
  }

  @Test
  void aCharacterThatNeverEndsIsReplaced() {
    List<Integer> cat = TOKENIZER.encode("🐱").ids();
    assertEquals("\ufffd", TOKENIZER.decode(cat.subList(0, 3)));
    assertEquals("\ufffd\ufffd", TOKENIZER.decode(List.of(cat.get(1), cat.get(1))));
  }

  @Test
  void mistakesAreNamed() {
    assertMessage("no token 9999", () -> TOKENIZER.decode(List.of(9999)));
    Map<String, Integer> less = new HashMap<>(TOY.ids());
    less.remove("<pad>");
    assertMessage("<pad>", () -> new OptTokenizer(less, TOY.merges()));
  }

  private static void assertMessage(String part, Runnable call) {
    String message = assertThrows(IllegalArgumentException.class, call::run).getMessage();
    assertTrue(message.contains(part), message);
  }
}
