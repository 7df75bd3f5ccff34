package mirador.concepts.blip2;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import mirador.concepts.HfFixtures;
import mirador.concepts.Safetensors;
import mirador.concepts.generation.Candidate;
import mirador.concepts.generation.Generated;
import mirador.concepts.generation.GenerationListener;
import mirador.concepts.generation.GenerationSettings;
import mirador.concepts.generation.Step;
import mirador.concepts.image.Preprocessing;
import mirador.concepts.tensor.FloatTensor;
import mirador.concepts.tensor.Shape;
import mirador.concepts.vit.AttentionMaps;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Every recorded {@code generate()} of Hugging Face's BLIP-2, id by id, through a language model of
 * plain loops with the same weights. Other fixtures may be named by {@code -Dfixtures.dir=DIR}.
 */
class Blip2GenerationConformanceTest {
  private static final double LOGIT_TOLERANCE = 1e-4; // what the fixtures' notes say
  private static final double ATTENTION_TOLERANCE = 2e-5;
  private static final double SCORE_TOLERANCE = 1e-4;

  private static JsonNode recorded;
  private static Safetensors tensors;
  private static Safetensors weights;
  private static Blip2Config config;
  private static List<FloatTensor> projected;

  private final PlainOpt opt =
      new PlainOpt(config, true, name -> weights.floats("language_model.model.decoder." + name));
  private final Blip2Language language = opt.language();

  @BeforeAll
  static void read() throws IOException {
    Path folder = HfFixtures.folder("blip2");
    recorded = HfFixtures.json(folder.resolve("fixtures.json"));
    tensors = new Safetensors(folder.resolve("fixtures.safetensors"));
    weights = new Safetensors(folder.resolve("model.safetensors"));
    config = config(HfFixtures.json(folder.resolve("config_full.json")));
    FloatTensor all = tensor("out.language_projection");
    projected = List.of(all.slice(0), all.slice(1));
  }

  private static Blip2Config config(JsonNode full) {
    JsonNode vision = full.get("vision_config");
    JsonNode qformer = full.get("qformer_config");
    JsonNode text = full.get("text_config");
    return new Blip2Config(
        vision.get("image_size").intValue(),
        vision.get("patch_size").intValue(),
        vision.get("num_hidden_layers").intValue(),
        vision.get("num_attention_heads").intValue(),
        vision.get("hidden_size").intValue(),
        full.get("num_query_tokens").intValue(),
        qformer.get("num_hidden_layers").intValue(),
        qformer.get("num_attention_heads").intValue(),
        qformer.get("hidden_size").intValue(),
        qformer.get("cross_attention_frequency").intValue(),
        text.get("num_hidden_layers").intValue(),
        text.get("num_attention_heads").intValue(),
        text.get("hidden_size").intValue(),
        text.get("vocab_size").intValue(),
        text.get("max_position_embeddings").intValue(),
        text.get("bos_token_id").intValue(),
        text.get("eos_token_id").intValue(),
        text.get("pad_token_id").intValue(),
        Preprocessing.CLIP_MEAN,
        Preprocessing.CLIP_STD);
  }

  @AfterEach
  void nothingIsKept() {
    assertEquals(0, opt.open);
    assertTrue(
        opt.mostOpen <= 2 * 2 * config.languageLayers(), "keys and values of more than two steps");
  }

  @Test
  void everyRecordedTextIsReplayedHere() {
    Set<String> names = new TreeSet<>();
    recorded.get("generate").fieldNames().forEachRemaining(names::add);
    assertEquals(
        Set.of(
            "caption_greedy",
            "vqa0_greedy",
            "vqa_batch_leftpad_greedy",
            "caption_beam3",
            "vqa0_beam3",
            "vqa_batch_leftpad_beam3",
            "caption_beam3_lenpen-1_early",
            "caption_greedy_reppen1.5"),
        names);
  }

  @Test
  void thePlainModelIsTheRecordedOne() {
    equal("out.prompt0.logits", language.logits(projected.subList(0, 1), prompts().subList(0, 1)));
  }

  @Test
  void aBatchFilledUpOnTheLeftHasTheRecordedLogits() {
    FloatTensor logits = language.logits(projected, prompts());
    FloatTensor expected = tensor("out.batch.logits");
    int padding = prompts().get(0).size() - prompts().get(1).size();
    assertTrue(padding > 0, "no row is shorter");
    int total = expected.shape().size(1);
    for (int row = 0; row < 2; row++) {
      for (int place = 0; place < total; place++) {
        boolean padded =
            row == 1 && place >= config.queries() && place < config.queries() + padding;
        if (!padded) {
          near(expected.slice(row).slice(place), logits.slice(row).slice(place));
        }
      }
    }
  }

  @Test
  void captions() {
    check("caption_greedy", captions(greedy()));
  }

  @Test
  void captionsByThreeBeams() {
    check("caption_beam3", captions(greedy().withBeams(3)));
  }

  @Test
  void shortCaptionsThatStopEarly() {
    check(
        "caption_beam3_lenpen-1_early",
        captions(greedy().withBeams(3).withLengthPenalty(-1).withEarlyStopping(true)));
  }

  @Test
  void captionsThatDoNotRepeat() {
    check("caption_greedy_reppen1.5", captions(greedy().withRepetitionPenalty(1.5)));
  }

  @Test
  void anAnswer() {
    check("vqa0_greedy", answers(1, greedy()));
  }

  @Test
  void anAnswerByThreeBeams() {
    check("vqa0_beam3", answers(1, greedy().withBeams(3)));
  }

  @Test
  void answersFilledUpOnTheLeft() {
    check("vqa_batch_leftpad_greedy", answers(2, greedy()));
  }

  @Test
  void answersFilledUpOnTheLeftByThreeBeams() {
    check("vqa_batch_leftpad_beam3", answers(2, greedy().withBeams(3)));
  }

  @Test
  void candidatesHaveTheRecordedProbabilities() {
    FloatTensor scores = tensor("out.gen.caption_greedy.scores"); // (rows, steps, vocabulary)
    List<Integer> empty = language.ids("");
    List<Step> steps = new ArrayList<>();
    language.generate(projected, List.of(empty, empty), greedy(), steps::add);
    assertEquals(2 * scores.shape().size(1), steps.size());
    for (Step step : steps) {
      float[] logits = scores.slice(step.row()).slice(step.position()).values();
      double sum = 0;
      for (float logit : logits) {
        sum += Math.exp(logit);
      }
      assertEquals(step.token(), step.candidates().get(0).token());
      assertEquals(5, step.candidates().size());
      for (Candidate candidate : step.candidates()) {
        double expected = Math.exp(logits[candidate.token()]) / sum;
        assertEquals(expected, candidate.probability(), LOGIT_TOLERANCE);
      }
    }
  }

  @Test
  void theFirstStepLooksWhereItIsRecorded() {
    List<Step> steps = new ArrayList<>();
    language.generate(
        projected.subList(0, 1),
        prompts().subList(0, 1),
        greedy(),
        step -> {
          steps.add(step);
          return false;
        });
    FloatTensor seen = steps.get(0).attention();
    int total = config.queries() + prompts().get(0).size();
    assertEquals(Shape.of(config.languageLayers(), total), seen.shape());
    for (int layer = 0; layer < config.languageLayers(); layer++) {
      AttentionMaps maps =
          AttentionMaps.of(List.of(tensor("out.prompt0.lm.attentions." + layer).slice(0)));
      for (int to = 0; to < total; to++) {
        double expected = maps.mean(0)[total - 1][to];
        assertEquals(expected, seen.values()[layer * total + to], ATTENTION_TOLERANCE);
      }
    }
  }

  private static GenerationSettings greedy() {
    return GenerationSettings.greedy(recorded.get("max_new_tokens").intValue());
  }

  private List<Generated> captions(GenerationSettings settings) {
    List<Integer> empty = language.ids("");
    return language.generate(projected, List.of(empty, empty), settings, GenerationListener.NONE);
  }

  private List<Generated> answers(int count, GenerationSettings settings) {
    return language.generate(
        projected.subList(0, count),
        prompts().subList(0, count),
        settings,
        GenerationListener.NONE);
  }

  private static void check(String name, List<Generated> texts) {
    JsonNode expected = recorded.get("generate").get(name);
    assertEquals(expected.get("sequences").size(), texts.size(), name);
    for (int i = 0; i < texts.size(); i++) {
      List<Integer> tokens = newTokens(integers(expected.get("sequences").get(i)));
      assertEquals(tokens, texts.get(i).tokens(), name);
      boolean ended = tokens.get(tokens.size() - 1) == config.eosTokenId();
      assertEquals(ended, texts.get(i).ended(), name);
      if (expected.has("sequences_scores")) {
        double score = expected.get("sequences_scores").get(i).doubleValue();
        assertEquals(score, texts.get(i).score(), SCORE_TOLERANCE, name);
      }
    }
  }

  /** A returned row without the token that begins it and the padding after its end. */
  private static List<Integer> newTokens(List<Integer> row) {
    int end = row.indexOf(config.eosTokenId());
    return row.subList(1, end < 0 ? row.size() : end + 1);
  }

  private static List<List<Integer>> prompts() {
    List<List<Integer>> prompts = new ArrayList<>();
    recorded.get("prompts").forEach(prompt -> prompts.add(integers(prompt)));
    return prompts;
  }

  private static List<Integer> integers(JsonNode array) {
    List<Integer> integers = new ArrayList<>();
    array.forEach(number -> integers.add(number.intValue()));
    return integers;
  }

  private static FloatTensor tensor(String name) {
    JsonNode shape = recorded.get("tensors").get(name).get("shape");
    int[] sizes = integers(shape).stream().mapToInt(Integer::intValue).toArray();
    return FloatTensor.of(tensors.floats(name), sizes);
  }

  private static void equal(String name, FloatTensor actual) {
    assertEquals(tensor(name).shape(), actual.shape(), name);
    near(tensor(name), actual);
  }

  private static void near(FloatTensor expected, FloatTensor actual) {
    for (int i = 0; i < expected.values().length; i++) {
      assertEquals(expected.values()[i], actual.values()[i], LOGIT_TOLERANCE);
    }
  }
}
