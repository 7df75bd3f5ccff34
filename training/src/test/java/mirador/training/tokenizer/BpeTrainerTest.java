package mirador.training.tokenizer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import mirador.concepts.tokenizer.ClipTokenizer;
import mirador.concepts.tokenizer.Encoding;
import mirador.concepts.tokenizer.OptTokenizer;
import mirador.training.language.Captions;
import mirador.training.language.Kind;
import mirador.training.language.Language;
import mirador.training.language.QuestionAnswer;
import mirador.training.language.Questions;
import mirador.training.language.SomeFacts;
import mirador.training.scenes.SceneFacts;
import mirador.training.scenes.SplitMix64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BpeTrainerTest {
  private static final int CLIP_MERGES = 1500 - 514;
  private static final int OPT_MERGES = 1300 - 260;
  private static final TrainedTokenizer CLIP = BpeTrainer.clip(captions(), CLIP_MERGES);
  private static final TrainedTokenizer OPT = BpeTrainer.opt(prompts(), OPT_MERGES);
  private static final List<String> ANY_TEXTS =
      List.of(
          "¿Dónde está el niño?", "🐕‍🦺 naïve — 東京 42", "it's  two   spaces\n\ttab", "Ñandú ﬁ");

  @Test
  void mergesTheMostFrequentPairFirst() {
    // "aaab" three times and "ab" once: six a a; then four a b beside three aa a.
    TrainedTokenizer trained = BpeTrainer.opt(List.of("aaab", "aaab", "aaab", "ab"), 10);
    assertEquals(List.of("a a", "a b", "aa ab"), trained.merges());
    assertEquals(List.of("a a", "a b</w>", "aa ab</w>"), clipMerges("aaab aaab aaab ab"));
  }

  private static List<String> clipMerges(String text) {
    return BpeTrainer.clip(List.of(text), 10).merges();
  }

  @Test
  void breaksTiesByOrderAndStopsAtTheMostAsked() {
    assertEquals(List.of("a b", "c d"), BpeTrainer.opt(List.of("cd", "ab"), 5).merges());
    assertEquals(List.of("a b"), BpeTrainer.opt(List.of("cd", "ab"), 1).merges());
  }

  @Test
  void givesEveryFrequentWordOfTheGrammarAToken(@TempDir Path folder) throws IOException {
    List<String> captions = captions();
    assertTrue(CLIP.size() <= 1500, "CLIP's vocabulary has " + CLIP.size());
    ClipTokenizer tokenizer = clip(CLIP, folder);
    for (String caption : captions) {
      for (String token : inner(tokenizer.encode(caption))) {
        assertTrue(ClipTokenizer.endsWord(token), token + " in " + caption);
      }
    }
  }

  @Test
  void writesOptTextsWithAlmostOneTokenPerWord(@TempDir Path folder) throws IOException {
    List<String> texts = prompts();
    assertTrue(OPT.size() <= 1300, "OPT's vocabulary has " + OPT.size());
    OptTokenizer tokenizer = opt(OPT, folder);
    long words = texts.stream().mapToLong(text -> OptTokenizer.symbols(text).size()).sum();
    long tokens = texts.stream().mapToLong(text -> tokenizer.encode(text).length() - 1).sum();
    assertTrue(tokens <= 1.01 * words, tokens + " tokens for " + words + " words");
  }

  @Test
  void readsAnyTextBack(@TempDir Path folder) throws IOException {
    OptTokenizer opt = opt(OPT, folder);
    for (String text : ANY_TEXTS) {
      assertEquals(text, opt.decode(opt.encode(text).ids()));
    }
    ClipTokenizer clip = clip(CLIP, folder);
    assertEquals("¿ dónde está el niño ?", text(clip.encode("¿Dónde ESTÁ el nin\u0303o?")));
    assertEquals("🐕 東京 4 2", text(clip.encode("🐕 東京 42")));
  }

  @Test
  void numbersTokensAsTheModelsExpect(@TempDir Path folder) throws IOException {
    assertEquals(CLIP.size() - 2, CLIP.vocab().get(ClipTokenizer.START));
    assertEquals(CLIP.size() - 1, CLIP.vocab().get(ClipTokenizer.END));
    assertEquals(0, OPT.vocab().get("<s>"));
    assertEquals(1, OPT.vocab().get("<pad>"));
    assertEquals(2, OPT.vocab().get("</s>"));
    assertEquals(3, OPT.vocab().get("<unk>"));
    for (TrainedTokenizer trained : List.of(CLIP, OPT)) {
      List<Integer> ids = List.copyOf(trained.vocab().values());
      assertEquals(Stream.iterate(0, id -> id + 1).limit(trained.size()).toList(), ids);
    }
    OPT.write(folder);
    Map<String, Object> settings = json(folder.resolve("tokenizer_config.json"));
    assertEquals("GPT2Tokenizer", settings.get("tokenizer_class"));
    assertEquals(true, settings.get("add_bos_token"));
    assertEquals("<pad>", json(folder.resolve("special_tokens_map.json")).get("pad_token"));
    assertEquals(new HashSet<>(OPT.vocab().keySet()), json(folder.resolve("vocab.json")).keySet());
  }

  @Test
  void trainsTheSameTwice() {
    assertEquals(OPT, BpeTrainer.opt(prompts(), OPT_MERGES));
  }

  private static List<String> inner(Encoding encoding) {
    return encoding.tokens().subList(1, encoding.length() - 1);
  }

  /** A CLIP text with a space after each word, as its decoder writes. */
  private static String text(Encoding encoding) {
    StringBuilder symbols = new StringBuilder();
    for (String token : inner(encoding)) {
      symbols.append(token.replace(ClipTokenizer.WORD_END, "Ġ"));
    }
    return ClipTokenizer.text(symbols.toString()).strip();
  }

  private static ClipTokenizer clip(TrainedTokenizer trained, Path folder) throws IOException {
    trained.write(folder);
    return new ClipTokenizer(
        vocab(folder),
        Files.readAllLines(folder.resolve("merges.txt")),
        ClipTokenizer.CONTEXT_LENGTH,
        text -> Normalizer.normalize(text, Normalizer.Form.NFC));
  }

  private static OptTokenizer opt(TrainedTokenizer trained, Path folder) throws IOException {
    trained.write(folder);
    return new OptTokenizer(vocab(folder), Files.readAllLines(folder.resolve("merges.txt")));
  }

  private static Map<String, Integer> vocab(Path folder) throws IOException {
    return new JsonMapper()
        .readValue(
            folder.resolve("vocab.json").toFile(), new TypeReference<Map<String, Integer>>() {});
  }

  private static Map<String, Object> json(Path file) throws IOException {
    return new JsonMapper().readValue(file.toFile(), new TypeReference<Map<String, Object>>() {});
  }

  private static List<String> captions() {
    List<String> captions = new ArrayList<>();
    for (int seed = 0; seed < 2000; seed++) {
      SceneFacts facts = SomeFacts.of(seed);
      for (Language language : Language.values()) {
        captions.add(Captions.full(facts, language, new SplitMix64(seed)));
        captions.add(Captions.some(facts, language, new SplitMix64(seed)));
      }
    }
    return captions;
  }

  private static List<String> prompts() {
    List<Kind> kinds = List.of(Kind.values());
    List<String> prompts = new ArrayList<>();
    for (int seed = 0; seed < 2000; seed++) {
      SceneFacts facts = SomeFacts.of(seed);
      Kind kind = kinds.get(seed % kinds.size());
      for (Language language : Language.values()) {
        prompts.add(Captions.some(facts, language, new SplitMix64(seed)));
        QuestionAnswer asked = Questions.ask(kind, facts, language, new SplitMix64(seed));
        prompts.add("Question: " + asked.question() + " Answer: " + asked.answer());
      }
    }
    return prompts;
  }
}
