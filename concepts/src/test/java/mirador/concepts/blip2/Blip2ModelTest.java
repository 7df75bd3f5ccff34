package mirador.concepts.blip2;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import mirador.concepts.generation.GenerationListener;
import mirador.concepts.generation.GenerationSettings;
import mirador.concepts.image.Picture;
import mirador.concepts.inference.InferenceException;
import mirador.concepts.inference.ModelManifest.Reference;
import mirador.concepts.inference.ModelManifest.ReferenceCheck;
import mirador.concepts.inference.SelfCheckResult;
import mirador.concepts.tensor.FloatTensor;
import mirador.concepts.tensor.Shape;
import mirador.concepts.tensor.Tensor;
import mirador.concepts.tokenizer.OptTokenizer;
import mirador.concepts.tokenizer.ToyVocabulary;
import org.junit.jupiter.api.Test;

/** With graphs that say what they are told to. */
class Blip2ModelTest {
  private static final ToyVocabulary TOY = ToyVocabulary.opt();
  private static final OptTokenizer TOKENIZER = new OptTokenizer(TOY.ids(), TOY.merges());
  private static final int START = TOY.ids().get(OptTokenizer.START);
  private static final int PADDING = TOY.ids().get(OptTokenizer.PADDING);
  private static final int LINE_FEED = TOKENIZER.encode("\n").ids().get(1);
  private static final int POSITIONS = 80;
  private static final Blip2Config CONFIG =
      ToyBlip2.config(TOY.ids().size(), POSITIONS, START, LINE_FEED, PADDING);
  private static final GenerationSettings GREEDY = GenerationSettings.greedy(30);

  private final FixedSession tower =
      new FixedSession(
          List.of("last_hidden_state"),
          inputs -> {
            int pictures = inputs.get("pixel_values").shape().size(0);
            FloatTensor states = FloatTensor.zeros(pictures, 5, 6);
            for (int i = 0; i < states.values().length; i++) {
              states.values()[i] = inputs.get("pixel_values").floats().values()[0] + i;
            }
            return Map.of("last_hidden_state", states);
          });

  @Test
  void theQueriesOfEachPictureAreTold() {
    FixedSession qformer = new FixedSession(qformerOutputs(), Blip2ModelTest::qformer);
    Blip2Vision vision = new Blip2Vision(tower, qformer, CONFIG);
    List<VisualQueries> pictures = vision.ask(vision.states(FloatTensor.zeros(2, 3, 4, 4)));
    assertEquals(2, pictures.size());
    assertEquals(
        vision.states(FloatTensor.zeros(2, 3, 4, 4)), qformer.given.get(0).get("image_embeds"));
    for (int picture = 0; picture < 2; picture++) {
      VisualQueries queries = pictures.get(picture);
      assertEquals(3, queries.queries());
      assertEquals(FloatTensor.filled(picture, 3, 8), queries.projected());
      assertEquals(FloatTensor.filled(10 + picture, 3, 4), queries.states());
      assertEquals(Shape.of(3, 2, 3, 3), queries.selfAttention().weights().shape());
      assertEquals(20 + picture, queries.selfAttention().weight(0, 1, 2, 2));
      assertEquals(40 + picture, queries.selfAttention().weight(2, 0, 0, 0));
      // layers 0 and 2 look at the picture
      assertEquals(Shape.of(2, 2, 3, 5), queries.crossAttention().shape());
      assertEquals(FloatTensor.filled(100 + picture, 2, 3, 5), queries.crossAttention().slice(0));
      assertEquals(FloatTensor.filled(120 + picture, 2, 3, 5), queries.crossAttention().slice(1));
    }
  }

  @Test
  void aPictureIsPreparedAsTheConfigurationSays() {
    FixedSession qformer = new FixedSession(qformerOutputs(), Blip2ModelTest::qformer);
    Picture picture = new Picture(7, 5, new byte[7 * 5 * 3]);
    new Blip2Vision(tower, qformer, CONFIG).look(picture);
    assertEquals(
        CONFIG.preprocessing().pixelValues(List.of(picture)),
        tower.given.get(0).get("pixel_values"));
  }

  @Test
  void whatTheVisionCannotDoIsNamed() {
    FixedSession bare = FixedSession.giving(Map.of("last_hidden_state", FloatTensor.zeros(1)));
    Blip2Vision vision = new Blip2Vision(tower, bare, CONFIG);
    InferenceException refused =
        assertThrows(InferenceException.class, () -> vision.look(FloatTensor.zeros(1, 3, 4, 4)));
    assertTrue(refused.getMessage().contains("Q-Former"), refused.getMessage());
    assertTrue(refused.getMessage().contains("language_projection"), refused.getMessage());
    assertThrows(IllegalArgumentException.class, () -> vision.look(FloatTensor.zeros(1, 3, 5, 4)));
  }

  @Test
  void aCaptionIsWithoutPromptAndWhiteSpace() {
    FixedSession decoder = writing(" un gato\n");
    Answer caption = model(decoder).caption(picture(), GREEDY, GenerationListener.NONE);
    assertEquals("", caption.prompt());
    assertEquals("un gato", caption.text());
    assertTrue(caption.generated().ended());
    assertEquals(
        Shape.of(1, CONFIG.queries() + 1, CONFIG.languageWidth()),
        decoder.given.get(0).get("inputs_embeds").shape(),
        "queries and the token that begins a text");
  }

  @Test
  void anAnswerIsAskedForAsInThePaper() {
    FixedSession decoder = writing(" cat\n");
    Answer answer =
        model(decoder).answer(picture(), " What is it? ", GREEDY, GenerationListener.NONE);
    assertEquals("Question: What is it? Answer:", answer.prompt());
    assertEquals("cat", answer.text());
    int tokens = TOKENIZER.encode("Question: What is it? Answer:").length();
    assertEquals(
        CONFIG.queries() + tokens, decoder.given.get(0).get("inputs_embeds").shape().size(1));
  }

  @Test
  void theOldestTurnsGiveWayToTheAnswer() {
    Dialogue dialogue =
        Dialogue.EMPTY.ask("aaaaaaaaaa").with("bbbb").ask("cc").with("dd").ask("ee");
    Answer answer =
        model(writing(" cat\n"))
            .answer(picture(), dialogue, GenerationSettings.greedy(15), GenerationListener.NONE);
    assertEquals("Question: cc Answer: dd Question: ee Answer:", answer.prompt());
  }

  @Test
  void aQuestionThatLeavesLittleRoomIsAnsweredInFewTokens() {
    int room = 4;
    int frame = TOKENIZER.encode("Question: a Answer:").length() - 1;
    String question = "a".repeat(POSITIONS - CONFIG.queries() - frame - room);
    Answer answer = model(writing("abcdefgh")).answer(picture(), question, GREEDY, step -> true);
    assertEquals("abcd", answer.text());
    assertFalse(answer.generated().ended());
    IllegalArgumentException refused =
        assertThrows(
            IllegalArgumentException.class,
            () ->
                model(writing("a"))
                    .answer(picture(), question + "a".repeat(room + 1), GREEDY, step -> true));
    assertTrue(refused.getMessage().contains("81 tokens"), refused.getMessage());
  }

  @Test
  void aTextAppearsCharacterByCharacter() {
    Blip2Language language = language(writing(" ñu 🐱\n"));
    OptTokenizer.Stream stream = language.stream();
    List<String> pieces = new ArrayList<>();
    language.generate(
        ToyBlip2.queries(0),
        "",
        GREEDY,
        step -> {
          pieces.add(stream.append(step.token()));
          return true;
        });
    // One token a byte: a character waits for its last one.
    assertEquals(List.of(" ", "", "ñ", "u", " ", "", "", "", "🐱", "\n"), pieces);
    assertEquals("", stream.end());
  }

  @Test
  void theSelfCheckIsRelativeToWhatIsExpected() {
    FixedSession qformer = new FixedSession(qformerOutputs(), Blip2ModelTest::qformer);
    Blip2Model model =
        new Blip2Model(new Blip2Vision(tower, qformer, CONFIG), language(writing("\n\n")));
    ReferenceCheck states = // the states are 2, 3, 4, …
        check(ReferenceCheck.IMAGE_STATES_CONSTANT, 2, List.of(), 1, 3.0, 4.5);
    ReferenceCheck projection = // 0 everywhere
        check(ReferenceCheck.PROJECTION_CONSTANT, 2, List.of(), 5, 0.25);
    ReferenceCheck logits = // 9 at the line feed, 0 before it
        check(ReferenceCheck.NEXT_TOKEN_LOGITS, 0, List.of((long) START), LINE_FEED - 1, 0.0, 18.0);
    ReferenceCheck later = check("later", 0, List.of(), 0, 1.0);
    Reference reference = new Reference(0.3, List.of(states, projection, logits, later));
    List<SelfCheckResult> results = Blip2SelfCheck.run(model, reference);
    assertEquals(3, results.size());
    assertEquals(0.5 / 4.5, results.get(0).deviation(), 1e-6);
    assertEquals(0.25, results.get(1).deviation(), 1e-6);
    assertEquals(0.5, results.get(2).deviation(), 1e-6);
    assertTrue(results.get(0).passed() && results.get(1).passed());
    assertFalse(results.get(2).passed());
    assertEquals(1, tower.given.size(), "one picture is looked at once");
    assertEquals(results.subList(0, 2), Blip2SelfCheck.vision(model.vision(), reference));
    assertEquals(results.subList(2, 3), Blip2SelfCheck.language(model.language(), reference));
    ReferenceCheck tooFar = check(ReferenceCheck.PROJECTION_CONSTANT, 0, List.of(), 23, 0.0, 0.0);
    Reference broken = new Reference(1, List.of(tooFar));
    assertThrows(
        IllegalArgumentException.class, () -> Blip2SelfCheck.vision(model.vision(), broken));
  }

  private static ReferenceCheck check(
      String kind, double value, List<Long> ids, int from, Double... expected) {
    return new ReferenceCheck(kind, value, ids, from, List.of(expected));
  }

  @Test
  void theHalvesAreThoseItWasMadeOf() {
    Blip2Vision vision = new Blip2Vision(tower, tower, CONFIG);
    Blip2Language language = language(writing("\n"));
    Blip2Model model = new Blip2Model(vision, language);
    assertSame(vision, model.vision());
    assertSame(language, model.language());
    assertSame(CONFIG, model.language().config());
  }

  private Blip2Model model(FixedSession decoder) {
    FixedSession qformer = new FixedSession(qformerOutputs(), Blip2ModelTest::qformer);
    return new Blip2Model(new Blip2Vision(tower, qformer, CONFIG), language(decoder));
  }

  private static Picture picture() {
    return new Picture(4, 4, new byte[4 * 4 * 3]);
  }

  private static Blip2Language language(FixedSession decoder) {
    FixedSession embedding =
        new FixedSession(
            List.of("inputs_embeds"),
            inputs -> {
              Shape ids = inputs.get("input_ids").shape();
              return Map.of(
                  "inputs_embeds",
                  FloatTensor.zeros(ids.size(0), ids.size(1), CONFIG.languageWidth()));
            });
    return new Blip2Language(embedding, decoder, CONFIG, TOKENIZER);
  }

  /** A decoder that writes this text, run by run, whatever it reads. */
  private static FixedSession writing(String text) {
    List<Integer> script = TOKENIZER.encode(text).ids();
    List<String> outputs = new ArrayList<>(List.of("logits"));
    for (int layer = 0; layer < CONFIG.languageLayers(); layer++) {
      outputs.add("present." + layer + ".key");
      outputs.add("present." + layer + ".value");
    }
    int[] runs = {0};
    return new FixedSession(
        outputs,
        inputs -> {
          runs[0]++;
          Map<String, Tensor> given = new LinkedHashMap<>();
          FloatTensor logits = FloatTensor.zeros(1, 1, CONFIG.vocabulary());
          logits.values()[script.get(runs[0])] = 9;
          outputs.forEach(name -> given.put(name, FloatTensor.zeros(1, 2, 1, 4)));
          given.put("logits", logits);
          return given;
        });
  }

  private static List<String> qformerOutputs() {
    return List.of(
        "last_hidden_state",
        "language_projection",
        "attentions.0",
        "attentions.1",
        "attentions.2",
        "cross_attentions.0",
        "cross_attentions.2");
  }

  /** Every output has numbers of its own, and picture 1 one more than picture 0. */
  private static Map<String, Tensor> qformer(Map<String, Tensor> inputs) {
    int pictures = inputs.get("image_embeds").shape().size(0);
    return Map.of(
        "language_projection", numbered(0, pictures, 3, 8),
        "last_hidden_state", numbered(10, pictures, 3, 4),
        "attentions.0", numbered(20, pictures, 2, 3, 3),
        "attentions.1", numbered(30, pictures, 2, 3, 3),
        "attentions.2", numbered(40, pictures, 2, 3, 3),
        "cross_attentions.0", numbered(100, pictures, 2, 3, 5),
        "cross_attentions.2", numbered(120, pictures, 2, 3, 5));
  }

  private static FloatTensor numbered(int first, int pictures, int... sizes) {
    List<FloatTensor> all = new ArrayList<>();
    for (int picture = 0; picture < pictures; picture++) {
      all.add(FloatTensor.filled(first + picture, sizes));
    }
    return FloatTensor.stacked(all);
  }
}
