package mirador.web.worker;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import mirador.concepts.blip2.Blip2Config;
import mirador.concepts.blip2.Blip2Language;
import mirador.concepts.blip2.Blip2SelfCheck;
import mirador.concepts.blip2.Dialogue;
import mirador.concepts.blip2.TokenTexts;
import mirador.concepts.generation.Candidate;
import mirador.concepts.generation.Generated;
import mirador.concepts.generation.GenerationListener;
import mirador.concepts.generation.GenerationSettings;
import mirador.concepts.generation.Step;
import mirador.concepts.inference.InferenceException;
import mirador.concepts.inference.ModelManifest.Reference;
import mirador.concepts.tensor.FloatTensor;
import mirador.concepts.tensor.LongTensor;
import mirador.concepts.tensor.Tensor;
import mirador.concepts.text.PythonText;
import mirador.concepts.tokenizer.OptTokenizer;
import mirador.web.model.CandidateText;
import mirador.web.model.Message;
import mirador.web.model.Phase;
import mirador.web.model.Stage;
import mirador.web.model.StageReport;
import mirador.web.model.Token;
import mirador.web.model.WireQueries;
import mirador.web.model.WireStage;
import mirador.web.model.WireTensor;
import mirador.web.model.WireToken;

/**
 * The half of BLIP-2 that writes, in the worker. Its table of tokens is a lookup of a few rows, so
 * that the processor has it; the decoder runs where it was chosen to.
 */
final class Blip2LanguageDesk implements Desk {
  private static final String EMBEDDING = "embedding";
  private static final String DECODER = "decoder";
  private static final String VOCABULARY = "vocab.json";
  private static final int GRAPHS = 2;

  private final Opening opening;
  private final Blip2Config config;
  private final OptTokenizer tokenizer;
  private final WatchedSession decoder;
  private final Blip2Language language;

  /**
   * Loads it.
   *
   * @param request {@link Message#OPEN_BLIP2_LANGUAGE}: files {@code embedding}, {@code decoder},
   *     {@code vocab.json}, {@code merges.txt}; without the last two it reads and writes ids only
   */
  Blip2LanguageDesk(Message request, Teller teller) {
    opening = new Opening(request, teller, GRAPHS);
    config = Blip2Config.of(request.getManifest().config());
    tokenizer =
        opening.has(VOCABULARY)
            ? new OptTokenizer(
                TokenizerFiles.vocabulary(opening.text(VOCABULARY)),
                TokenizerFiles.lines(opening.text("merges.txt")))
            : null;
    OrtWebSession embedding = opening.session(EMBEDDING, false, List.of());
    decoder = new WatchedSession(opening.session(DECODER, opening.onGpu(), memory(config)));
    language = new Blip2Language(embedding, decoder, config, tokenizer);
  }

  /** The outputs that nobody but the decoder reads. */
  private static List<String> memory(Blip2Config config) {
    List<String> names = new ArrayList<>();
    for (int layer = 0; layer < config.languageLayers(); layer++) {
      names.add("present." + layer + ".key");
      names.add("present." + layer + ".value");
    }
    return names;
  }

  @Override
  public Message check(Message request, Teller teller) {
    opening.warmUp();
    Blip2SelfCheck.nextTokenLogits(language, List.of((long) config.bosTokenId()));
    Reference reference = request.getManifest().reference();
    return opening.checked(Blip2SelfCheck.language(language, reference), reference);
  }

  @Override
  public Message answer(Message request, Teller teller) {
    if (!request.getKind().equals(Message.GENERATE)) {
      throw new InferenceException(
          "the half of BLIP-2 that writes knows no request " + request.getKind());
    }
    teller.progress(Phase.RUN, 0, 0);
    Map<String, Tensor> given = WireTensor.tensors(request.getTensors());
    FloatTensor projected = given.get(WireQueries.PROJECTED).floats();
    GenerationSettings settings = request.getSettings().settings();
    List<Integer> prompt = prompt(request, given, projected, settings);
    Telling telling = new Telling(teller);
    Generated generated =
        language.generate(List.of(projected), List.of(prompt), settings, telling).get(0);
    if (telling.unwanted) {
      throw new CancelledException();
    }
    telling.decoded();
    return answer(generated, telling);
  }

  /** Ids as they are given, else of the text, else of the dialogue as far as there is room. */
  private List<Integer> prompt(
      Message request,
      Map<String, Tensor> given,
      FloatTensor projected,
      GenerationSettings settings) {
    Tensor ids = given.get(Message.TOKENS);
    if (ids != null) {
      List<Integer> list = new ArrayList<>();
      for (long id : ids.longs().values()) {
        list.add((int) id);
      }
      return list;
    }
    List<String> texts = WireTensor.list(request.getTexts());
    if (texts.size() == 1) {
      return language.ids(texts.get(0));
    }
    Dialogue dialogue = Dialogue.EMPTY;
    for (int i = 0; i + 1 < texts.size(); i += 2) {
      dialogue = dialogue.ask(texts.get(i)).with(texts.get(i + 1));
    }
    int room = config.maxPositions() - projected.shape().size(0) - settings.maxNewTokens();
    Dialogue open = dialogue.ask(texts.get(texts.size() - 1));
    return language.ids(open.fitting(language.tokenizer(), room).prompt());
  }

  private Message answer(Generated generated, Telling telling) {
    long[] ids = new long[generated.tokens().size()];
    List<String> texts = new ArrayList<>();
    TokenTexts pieces = texts();
    StringBuilder whole = new StringBuilder();
    for (int i = 0; i < ids.length; i++) {
      ids[i] = generated.tokens().get(i);
      texts.add(pieces.next((int) ids[i]));
      whole.append(texts.get(i));
    }
    texts.add(0, PythonText.strip(whole.toString()));
    Message answer = Message.of(Message.RESULT);
    answer.setTexts(WireTensor.texts(texts));
    answer.setTensors(WireTensor.of(Map.of(Message.TOKENS, LongTensor.of(ids, ids.length))));
    answer.setEnded(generated.ended());
    answer.setStages(WireStage.of(telling.stages));
    return answer;
  }

  private TokenTexts texts() {
    return new TokenTexts(tokenizer, config.eosTokenId());
  }

  /** Tells the page each token, and stops when it no longer wants the text. */
  private final class Telling implements GenerationListener {
    private final Teller teller;
    private final Clock clock = new Clock();
    private final TokenTexts pieces = texts();
    private final List<StageReport> stages = new ArrayList<>();
    private int tokens;
    private boolean unwanted;

    Telling(Teller teller) {
      this.teller = teller;
    }

    @Override
    public boolean step(Step step) {
      if (tokens == 0) {
        stage(
            new StageReport(
                Stage.PREFILL,
                clock.lap(),
                decoder.shapes("inputs_embeds", "present.0.key", "logits", "attention")));
      }
      tokens++;
      List<CandidateText> candidates = new ArrayList<>();
      for (Candidate one : step.candidates()) {
        candidates.add(
            new CandidateText(one.token(), pieces.alone(one.token()), one.probability()));
      }
      Token token =
          new Token(step.token(), pieces.next(step.token()), candidates, step.attention());
      Message part = Message.of(Message.TOKEN);
      part.setToken(WireToken.of(step.position(), token));
      teller.part(part);
      unwanted = !teller.wanted();
      return !unwanted;
    }

    /** All tokens have come. */
    void decoded() {
      if (tokens > 1) {
        stage(
            new StageReport(
                Stage.DECODE,
                clock.lap(),
                decoder.shapes("inputs_embeds", "past_key_values.0.key", "logits", "attention")));
      }
    }

    private void stage(StageReport report) {
      stages.add(report);
      Message part = Message.of(Message.STAGE);
      part.setStages(WireStage.of(List.of(report)));
      teller.part(part);
    }
  }
}
