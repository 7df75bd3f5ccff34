package mirador.concepts.tokenizer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** The scanners against the regular expressions that they stand for. */
class PreTokenizerTest {
  // Java's \s is ASCII unless the pattern is told otherwise.
  private static final String SPACE = "[\\t-\\r \\u0085\\p{Z}]";
  private static final String OTHER = "[^\\t-\\r \\u0085\\p{Z}\\p{L}\\p{N}]";
  private static final Pattern CLIP =
      Pattern.compile("'s|'t|'re|'ve|'m|'ll|'d|[\\p{L}]+|[\\p{N}]|" + OTHER + "+");
  private static final Pattern GPT2 =
      Pattern.compile(
          "'s|'t|'re|'ve|'m|'ll|'d| ?\\p{L}+| ?\\p{N}+| ?"
              + OTHER
              + "+|"
              + SPACE
              + "+(?!"
              + "[^\\t-\\r \\u0085\\p{Z}])|"
              + SPACE
              + "+");

  @Provide
  Arbitrary<String> texts() {
    Arbitrary<String> pieces =
        Arbitraries.of(
            "a", "é", "Σ", "中", "𝒳", "1", "½", "²", "٣", "𝟜", "'", "'s", "'t", "'re", "'ve", "'m",
            "'ll", "'d", "'S", "!", "🐱", "\u0301", "_", "\u200b", " ", "  ", "\n", "\t", "\u00a0",
            "\u3000", "\u0085", "\u001c", "\ud800");
    return pieces.list().ofMaxSize(12).map(list -> String.join("", list));
  }

  @Property(tries = 3000)
  void clipsScannerIsItsRegularExpression(@ForAll("texts") String text) {
    assertEquals(matches(CLIP, text), ClipPreTokenizer.words(text));
  }

  @Property(tries = 3000)
  void gpt2sScannerIsItsRegularExpression(@ForAll("texts") String text) {
    assertEquals(matches(GPT2, text), Gpt2PreTokenizer.words(text));
    assertEquals(text, String.join("", Gpt2PreTokenizer.words(text)));
  }

  @Test
  void clipCutsDigitsApartAndDropsSpaces() {
    assertEquals(
        List.of("it", "'s", "2", "0", "2", "4", "!!!", "🐱🐱", "ok"),
        ClipPreTokenizer.words("it's  2024!!! 🐱🐱\nok"));
  }

  @Test
  void gpt2GivesTheSpaceToTheWordAfterIt() {
    assertEquals(
        List.of("it", "'s", " ", " 2024", "!!!", " 🐱🐱", "\n", "ok", "  "),
        Gpt2PreTokenizer.words("it's  2024!!! 🐱🐱\nok  "));
  }

  private static List<String> matches(Pattern pattern, String text) {
    return pattern.matcher(text).results().map(match -> match.group()).toList();
  }
}
