package mirador.concepts.tokenizer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import mirador.concepts.tensor.LongTensor;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class ClipTokenizerTest {
  private static final ToyVocabulary TOY = ToyVocabulary.clip();

  private static ClipTokenizer tokenizer(int context) {
    return new ClipTokenizer(TOY.ids(), TOY.merges(), context, ClipTokenizerTest::nfc);
  }

  private static String nfc(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFC);
  }

  @Test
  void pairsAreMergedInTheOrderOfTraining() {
    Encoding encoding = tokenizer(77).encode("Cat  LOW cats");
    assertEquals(
        List.of(ClipTokenizer.START, "cat</w>", "low</w>", "ca", "t", "s</w>", ClipTokenizer.END),
        encoding.tokens());
    assertEquals(encoding.tokens().stream().map(TOY.ids()::get).toList(), encoding.ids());
    assertFalse(encoding.truncated());
  }

  @Test
  void accentsAreComposedFirst() {
    assertEquals(tokenizer(77).encode("é"), tokenizer(77).encode("E\u0301"));
    assertEquals("é", ClipTokenizer.text("Ã©</w>"));
    assertEquals("ca", ClipTokenizer.text("ca"));
  }

  @Test
  void startAndEndMayStandInTheText() {
    List<String> tokens = tokenizer(77).encode("<|StartOfText|>cat<|endoftext|>x").tokens();
    assertEquals(
        List.of(
            ClipTokenizer.START,
            ClipTokenizer.START,
            "cat</w>",
            ClipTokenizer.END,
            "x</w>",
            ClipTokenizer.END),
        tokens);
  }

  @Property(tries = 200)
  void theEncodingSaysWhatWasCut(
      @ForAll @StringLength(max = 40) String text,
      @ForAll @IntRange(min = 2, max = 20) int context) {
    Encoding whole = tokenizer(1000).encode(text);
    Encoding short_ = tokenizer(context).encode(text);
    int words = whole.length() - 2;
    assertEquals(Math.min(words, context - 2) + 2, short_.length());
    assertEquals(words > context - 2, short_.truncated());
    List<String> all = new ArrayList<>(short_.tokens().subList(1, short_.length() - 1));
    all.addAll(short_.cut());
    assertEquals(whole.tokens().subList(1, whole.length() - 1), all);
    assertEquals(ClipTokenizer.START, short_.tokens().get(0));
    assertEquals(ClipTokenizer.END, short_.tokens().get(short_.length() - 1));
  }

  @Test
  void shorterTextsAreFilledUpWithTheEnd() {
    ClipTokenizer tokenizer = tokenizer(6);
    List<Encoding> texts = List.of(tokenizer.encode("cat"), tokenizer.encode("cat low"));
    int start = TOY.ids().get(ClipTokenizer.START);
    int end = TOY.ids().get(ClipTokenizer.END);
    int cat = TOY.ids().get("cat</w>");
    int low = TOY.ids().get("low</w>");
    assertEquals(
        LongTensor.of(
            new long[] {start, cat, end, end, end, end, start, cat, low, end, end, end}, 2, 6),
        tokenizer.ids(texts));
    assertEquals(
        LongTensor.of(new long[] {1, 1, 1, 0, 0, 0, 1, 1, 1, 1, 0, 0}, 2, 6),
        tokenizer.mask(texts));
    assertEquals(4, ClipTokenizer.longest(texts));
    assertEquals(
        LongTensor.of(new long[] {start, cat, end, end, start, cat, low, end}, 2, 4),
        tokenizer.ids(texts, 4));
    assertEquals(
        LongTensor.of(new long[] {1, 1, 1, 0, 1, 1, 1, 1}, 2, 4), tokenizer.mask(texts, 4));
    assertMessage("4 tokens does not fit into 3", () -> tokenizer.ids(texts, 3));
    assertEquals(LongTensor.of(new long[0], 0, 6), tokenizer.ids(List.of()));
  }

  @Test
  void aVocabularyThatDoesNotFitIsNamed() {
    for (String missing : List.of("Ġ</w>", "cat</w>", ClipTokenizer.END)) {
      Map<String, Integer> less = new HashMap<>(TOY.ids());
      less.remove(missing);
      assertMessage(missing, () -> new ClipTokenizer(less, TOY.merges(), 77, text -> text));
    }
    assertMessage("context of 1", () -> tokenizer(1));
    for (String line : List.of("a", "a ", " a", "a b c")) {
      assertMessage(
          '"' + line + '"', () -> new ClipTokenizer(TOY.ids(), List.of(line), 77, text -> text));
    }
  }

  /** A pasted text without spaces is one word: its merges may not take the square of its length. */
  @Test
  void aVeryLongWordIsEncoded() {
    String word = String.join("", Collections.nCopies(20_000, "cat"));
    Encoding encoding = tokenizer(77).encode(word);
    assertEquals(40_000 - 1 - 75, encoding.cut().size()); // ca t ca t … cat
  }

  private static void assertMessage(String part, Runnable call) {
    String message = assertThrows(IllegalArgumentException.class, call::run).getMessage();
    assertTrue(message.contains(part), message);
  }
}
