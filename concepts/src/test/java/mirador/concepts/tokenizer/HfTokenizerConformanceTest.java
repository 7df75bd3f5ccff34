package mirador.concepts.tokenizer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import mirador.concepts.HfFixtures;
import org.junit.jupiter.api.Test;

/**
 * Every recorded string through the published vocabularies, number by number. Other fixtures and
 * vocabularies may be named by {@code -Dfixtures.dir=DIR} and {@code -Dtokenizer.dir=DIR}.
 */
class HfTokenizerConformanceTest {
  private static ClipTokenizer clip() throws IOException {
    Path folder = HfFixtures.tokenizerFolder("clip");
    return new ClipTokenizer(
        HfFixtures.vocabulary(folder),
        HfFixtures.merges(folder),
        ClipTokenizer.CONTEXT_LENGTH,
        text -> Normalizer.normalize(text, Normalizer.Form.NFC));
  }

  private static OptTokenizer opt() throws IOException {
    Path folder = HfFixtures.tokenizerFolder("opt");
    return new OptTokenizer(HfFixtures.vocabulary(folder), HfFixtures.merges(folder));
  }

  @Test
  void everyFileOfStringsIsReplayedHere() {
    String[] files = HfFixtures.folder("tokenizer").toFile().list();
    assertEquals(
        List.of("clip_bpe.json", "opt_bpe.json"), List.of(files).stream().sorted().toList());
  }

  @Test
  void clipGivesEveryNumber() throws IOException {
    ClipTokenizer tokenizer = clip();
    JsonNode fixtures = fixtures("clip_bpe.json");
    int start = fixtures.get("sot").intValue();
    int end = fixtures.get("eot").intValue();
    int context = fixtures.get("context_length").intValue();
    assertEquals(context, tokenizer.contextLength());
    for (JsonNode each : cases(fixtures)) {
      String text = each.get("text").textValue();
      // The notebook's tokenizer repairs no broken encodings and no HTML: there the file says so.
      List<Integer> ids =
          integers(
              each.has("ids_nfc_lowercase_only_emulated")
                  ? each.get("ids_nfc_lowercase_only_emulated")
                  : each.get("ids"));
      List<Integer> expected = new ArrayList<>(List.of(start));
      expected.addAll(ids.subList(0, Math.min(ids.size(), context - 2)));
      expected.add(end);
      Encoding encoding = tokenizer.encode(text);
      assertEquals(expected, encoding.ids(), text);
      assertEquals(expected.size(), encoding.tokens().size(), text);
      assertEquals(Math.max(0, ids.size() - (context - 2)), encoding.cut().size(), text);
      if (!each.has("ids_nfc_lowercase_only_emulated")) {
        assertEquals(each.get("truncated").booleanValue(), encoding.truncated(), text);
        assertEquals(integers(each.get("clip_tokenize_truncate_true")), encoding.ids(), text);
        if (!encoding.truncated()) {
          assertEquals(each.get("decoded").textValue(), readable(encoding), text);
        }
      }
    }
  }

  @Test
  void optGivesEveryNumberAndTheTextBack() throws IOException {
    OptTokenizer tokenizer = opt();
    for (JsonNode each : cases(fixtures("opt_bpe.json"))) {
      String text = each.get("text").textValue();
      Encoding encoding = tokenizer.encode(text);
      assertEquals(integers(each.get("ids")), encoding.ids(), text);
      assertFalse(encoding.truncated(), text);
      String decoded = each.get("decoded_skip_special").textValue();
      assertEquals(decoded, tokenizer.decode(encoding.ids()), text);
      OptTokenizer.Stream stream = tokenizer.stream();
      StringBuilder streamed = new StringBuilder();
      for (int id : encoding.ids()) {
        String piece = stream.append(id);
        assertTrue(piece.indexOf(Utf8Decoder.REPLACEMENT) < 0, text);
        streamed.append(piece);
      }
      assertEquals(decoded, streamed.append(stream.end()).toString(), text);
    }
  }

  /** As openai/CLIP decodes: a space after each word. */
  private static String readable(Encoding encoding) {
    StringBuilder symbols = new StringBuilder();
    encoding
        .tokens()
        .subList(1, encoding.length() - 1)
        .forEach(token -> symbols.append(token.replace("</w>", "Ġ")));
    return ByteSymbols.text(symbols.toString());
  }

  private static JsonNode fixtures(String file) {
    return HfFixtures.json(HfFixtures.folder("tokenizer").resolve(file));
  }

  private static List<JsonNode> cases(JsonNode fixtures) {
    List<JsonNode> cases = new ArrayList<>();
    fixtures.get("cases").forEach(cases::add);
    assertFalse(cases.isEmpty(), "no case");
    return cases;
  }

  private static List<Integer> integers(JsonNode array) {
    List<Integer> integers = new ArrayList<>();
    array.forEach(number -> integers.add(number.intValue()));
    return integers;
  }
}
