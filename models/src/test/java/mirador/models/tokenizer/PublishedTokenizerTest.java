package mirador.models.tokenizer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import mirador.concepts.tokenizer.ClipTokenizer;
import mirador.concepts.tokenizer.OptTokenizer;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AddLifecycleHook;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import net.jqwik.api.lifecycle.LifecycleContext;
import net.jqwik.api.lifecycle.SkipExecutionHook;

/**
 * The tokenizers of the course against Hugging Face's own in Rust, on the recorded strings, on
 * every code point and on random texts.
 */
@AddLifecycleHook(PublishedTokenizerTest.NeedsVocabularies.class)
class PublishedTokenizerTest {
  /** The published vocabularies are not part of the repository. */
  static final class NeedsVocabularies implements SkipExecutionHook {
    @Override
    public SkipResult shouldBeSkipped(LifecycleContext context) {
      String missing = PublishedTokenizer.missing();
      if (missing.isEmpty()) {
        return SkipResult.doNotSkip();
      }
      System.err.println("SKIPPED " + context.label() + ": " + missing);
      return SkipResult.skip(missing);
    }
  }

  private static final int NO_CUT = 1_000_000;
  private static final String CAPITAL_SIGMA = "Σ";

  private static PublishedTokenizer publishedClip;
  private static PublishedTokenizer publishedOpt;
  private static ClipTokenizer clip;
  private static OptTokenizer opt;

  @BeforeContainer
  static void load() throws IOException {
    publishedClip = PublishedTokenizer.clip();
    publishedOpt = PublishedTokenizer.opt();
    clip =
        new ClipTokenizer(
            vocabulary("clip"),
            merges("clip"),
            NO_CUT,
            text -> Normalizer.normalize(text, Normalizer.Form.NFC));
    opt = new OptTokenizer(vocabulary("opt"), merges("opt"));
  }

  private static Map<String, Integer> vocabulary(String name) throws IOException {
    Path file = PublishedTokenizer.folder(name).resolve("vocab.json");
    return new ObjectMapper().readValue(file.toFile(), new TypeReference<>() {});
  }

  private static List<String> merges(String name) throws IOException {
    return Files.readAllLines(
        PublishedTokenizer.folder(name).resolve("merges.txt"), StandardCharsets.UTF_8);
  }

  @AfterContainer
  static void close() {
    if (publishedClip != null) {
      publishedClip.close();
    }
    if (publishedOpt != null) {
      publishedOpt.close();
    }
  }

  @Example
  void everyRecordedString() throws IOException {
    int compared = 0;
    for (String file : List.of("clip_bpe.json", "opt_bpe.json")) {
      for (String text : recorded(file)) {
        assertEquals(publishedOpt.ids(text), opt.encode(text).ids(), text);
        if (!text.contains(CAPITAL_SIGMA)) {
          assertEquals(publishedClip.ids(text), clip.encode(text).ids(), text);
          compared++;
        }
      }
    }
    assertNotEquals(0, compared);
  }

  /**
   * The one known difference: the recorded answers, made by Python, lower a Σ at the end of a word
   * to ς; Rust lowers letter by letter to σ.
   */
  @Example
  void sigmaAtTheEndOfAWord() {
    assertEquals(publishedClip.ids("οδος"), clip.encode("ΟΔΟΣ").ids());
    assertEquals(publishedClip.ids("ΟΔΟΣ"), clip.encode("οδοσ").ids());
    assertEquals(publishedClip.ids("ΣΊΣΥΦΟ"), clip.encode("ΣΊΣΥΦΟ").ids());
  }

  /**
   * Letter, number, space or symbol, and the lower case, of everything that may stand in a text.
   */
  @Example
  void everyCodePoint() {
    StringBuilder text = new StringBuilder();
    for (int c = 0; c <= Character.MAX_CODE_POINT; c++) {
      boolean surrogate = c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
      boolean unassigned = (c >= 0x40000 && c < 0xe0000) || (c >= 0xe1000 && c < 0x10ff00);
      if (!surrogate && !unassigned) {
        text.append('中').appendCodePoint(c); // 中 composes with nothing
        if (!Character.isLetter(c)) {
          text.appendCodePoint(c); // two symbols are one word, two digits are two
        }
      }
      if (c % 64 == 63 && text.length() > 0) {
        String some = text.append('中').toString();
        String name = "up to " + Integer.toHexString(c);
        assertEquals(publishedClip.ids(some), clip.encode(some).ids(), name);
        assertEquals(publishedOpt.ids(some), opt.encode(some).ids(), name);
        text.setLength(0);
      }
    }
  }

  /**
   * Any characters, but of those that combine only the old ones: Rust's NFC is of an older Unicode
   * and leaves newer marks in the order in which they came.
   */
  @Provide
  Arbitrary<String> texts() {
    Arbitrary<String> characters =
        Arbitraries.integers()
            .between(0, 0x3ffff)
            .filter(PublishedTokenizerTest::comparable)
            .map(Character::toString);
    Arbitrary<String> latin =
        Arbitraries.strings().withCharRange(' ', 'ÿ').ofMinLength(1).ofMaxLength(8);
    Arbitrary<String> pieces =
        Arbitraries.of(
            "'s",
            "'re",
            "'LL",
            " ",
            "  ",
            "\n",
            "\t ",
            "\u00a0",
            "the",
            " photo",
            "12",
            "½",
            "²",
            "e\u0301",
            "\u0301",
            "\u0323\u0307",
            "İ",
            "🐱",
            "👩\u200d👧",
            "안",
            "ᄒ\u1161\u11ab",
            "<|endoftext|>",
            "<|StartOfText|>",
            "</s>",
            "<pad>",
            "中文",
            "_",
            "...",
            "\u0000");
    return Arbitraries.oneOf(characters, latin, pieces)
        .list()
        .ofMaxSize(20)
        .map(list -> String.join("", list));
  }

  private static boolean comparable(int c) {
    return switch (Character.getType(c)) {
      case Character.UNASSIGNED, Character.SURROGATE -> false;
      case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.COMBINING_SPACING_MARK ->
          c <= 0x36f;
      default -> c != CAPITAL_SIGMA.charAt(0);
    };
  }

  @Property(tries = 2000)
  void anyText(@ForAll("texts") String text) {
    assertEquals(publishedClip.ids(text), clip.encode(text).ids());
    List<Integer> ids = opt.encode(text).ids();
    assertEquals(publishedOpt.ids(text), ids);
    assertEquals(publishedOpt.decode(ids), opt.decode(ids));
  }

  private static List<String> recorded(String file) throws IOException {
    String fixtures = PublishedTokenizer.property("fixtures.dir");
    Path folder =
        fixtures.isEmpty()
            ? Path.of(System.getProperty("root.dir", "..")).resolve("concepts/src/test/resources")
            : Path.of(fixtures);
    Path path = folder.resolve("hf/tokenizer").resolve(file);
    List<String> texts = new ArrayList<>();
    for (JsonNode each : new ObjectMapper().readTree(Files.readAllBytes(path)).get("cases")) {
      texts.add(each.get("text").textValue());
    }
    assertFalse(texts.isEmpty(), path.toString());
    return texts;
  }
}
