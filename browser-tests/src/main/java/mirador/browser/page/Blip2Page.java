package mirador.browser.page;

import java.util.List;
import java.util.Map;
import mirador.concepts.blip2.Dialogue;
import mirador.concepts.blip2.VisualQueries;
import mirador.concepts.generation.GenerationSettings;
import mirador.concepts.image.Picture;
import mirador.concepts.inference.ModelOffer;
import mirador.concepts.tensor.Tensor;
import mirador.web.course.CourseData;
import mirador.web.model.Answer;
import mirador.web.model.Blip2Service;
import mirador.web.model.Message;
import mirador.web.model.ModelHost.Task;
import mirador.web.model.ModelProblem;
import mirador.web.model.Progress;
import mirador.web.model.Reply;
import mirador.web.model.StageReport;
import mirador.web.model.StreamAnswer;
import mirador.web.model.Token;
import mirador.web.model.TokenListener;
import mirador.web.model.WireQueries;
import mirador.web.model.WireSettings;
import mirador.web.model.WireStage;
import mirador.web.model.WireTensor;
import mirador.web.model.WireToken;
import mirador.web.store.ModelState;
import mirador.web.store.ModelStore;
import org.teavm.jso.JSBody;
import org.teavm.jso.JSFunctor;
import org.teavm.jso.JSObject;
import org.teavm.jso.core.JSArray;
import org.teavm.jso.core.JSArrayReader;
import org.teavm.jso.core.JSString;
import org.teavm.jso.typedarrays.Int8Array;

/**
 * BLIP-2 for tests: {@code window.writeModel} asks the host of {@link ModelPage} to go on from
 * queries and ids; {@code window.startBlip2} and {@code window.askBlip2} go through the store and
 * the service, as widgets do. {@code window.cancelModel} takes the last request back.
 */
final class Blip2Page {
  private static Task last = () -> {};

  private Blip2Page() {}

  static void export() {
    export(Blip2Page::write, Blip2Page::start, Blip2Page::ask, () -> last.cancel());
  }

  private static void write(
      JSArrayReader<WireTensor> tensors,
      WireSettings settings,
      Part part,
      Part done,
      Failed failed) {
    Map<String, Tensor> inputs = WireTensor.tensors(tensors);
    GenerationSettings given = settings.settings();
    last =
        ModelPage.host()
            .ask(
                () -> {
                  Message message = Message.of(Message.GENERATE);
                  message.setTensors(WireTensor.of(inputs));
                  message.setTexts(new JSArray<>());
                  message.setSettings(WireSettings.of(given));
                  return message;
                },
                new StreamAnswer() {
                  @Override
                  public void part(Message told) {
                    part.accept(told);
                  }

                  @Override
                  public void done(Message result) {
                    done.accept(result);
                  }

                  @Override
                  public void failed(ModelProblem problem) {
                    failed.accept(problem.code(), problem.sentence(CourseData.messages()));
                  }
                });
  }

  /** Fetches a model from beside the page and starts it; done says how that ended. */
  private static void start(String name, String variant, Done done) {
    ModelStore store = ModelStore.shared();
    ModelState.Phase[] before = {ModelState.Phase.UNKNOWN};
    store.follow(
        () -> {
          ModelState state = store.state(name);
          boolean changed = state.phase() != before[0];
          before[0] = state.phase();
          if (changed
              && (state.phase() == ModelState.Phase.READY
                  || state.phase() == ModelState.Phase.FAILED)) {
            done.accept(state.phase() + ": " + state.text());
          }
        });
    if (CourseData.fromFile()) {
      store.fetchPacks(name);
    } else {
      store.fetch(
          name, variant, new ModelOffer.Origin(ModelOffer.Origin.SITE, "models/" + name + "/", ""));
    }
  }

  private static void ask(
      JSObject picture,
      JSArrayReader<JSString> prompts,
      WireSettings settings,
      Part part,
      Part done,
      Failed failed,
      Phased phased) {
    Blip2Service blip2 = Blip2Service.shared();
    Picture given = picture(picture);
    List<String> texts = WireTensor.list(prompts);
    if (texts.isEmpty()) {
      last =
          blip2.look(
              given,
              new Heard<VisualQueries>(failed, phased) {
                @Override
                public void done(VisualQueries queries) {
                  Message message = Message.of(Message.RESULT);
                  message.setTensors(WireQueries.of(queries));
                  done.accept(message);
                }
              });
      return;
    }
    Answer<Reply> answer =
        new Heard<>(failed, phased) {
          @Override
          public void done(Reply reply) {
            done.accept(message(reply));
          }
        };
    TokenListener each = new Told(part);
    if (texts.size() == 1) {
      last = blip2.generate(given, texts.get(0), settings.settings(), each, answer);
    } else {
      Dialogue dialogue = Dialogue.EMPTY;
      for (int i = 0; i + 1 < texts.size(); i += 2) {
        dialogue = dialogue.ask(texts.get(i)).with(texts.get(i + 1));
      }
      last =
          blip2.answer(
              given, dialogue.ask(texts.get(texts.size() - 1)), settings.settings(), each, answer);
    }
  }

  private static Message message(Reply reply) {
    Message message = Message.of(Message.RESULT);
    message.setTexts(WireTensor.texts(List.of(reply.text())));
    message.setEnded(reply.ended());
    message.setStages(WireStage.of(reply.stages()));
    message.setDone(reply.secondsPerToken());
    JSArray<WireToken> tokens = new JSArray<>();
    for (int i = 0; i < reply.tokens().size(); i++) {
      tokens.push(WireToken.of(i, reply.tokens().get(i)));
    }
    setTokens(message, tokens);
    return message;
  }

  private static Picture picture(JSObject wire) {
    return new Picture(width(wire), height(wire), rgb(wire).toJavaArray());
  }

  @JSBody(
      params = {"picture"},
      script = "return picture.width;")
  private static native int width(JSObject picture);

  @JSBody(
      params = {"picture"},
      script = "return picture.height;")
  private static native int height(JSObject picture);

  @JSBody(
      params = {"picture"},
      script = "return picture.rgb;")
  private static native Int8Array rgb(JSObject picture);

  @JSBody(
      params = {"message", "tokens"},
      script = "message.tokens = tokens;")
  private static native void setTokens(Message message, JSArray<WireToken> tokens);

  /** Hands on what a service says. */
  private abstract static class Heard<T> implements Answer<T> {
    private final Failed failed;
    private final Phased phased;

    Heard(Failed failed, Phased phased) {
      this.failed = failed;
      this.phased = phased;
    }

    @Override
    public void failed(ModelProblem problem) {
      failed.accept(problem.code(), problem.sentence(CourseData.messages()));
    }

    @Override
    public void progress(Progress progress) {
      phased.accept(progress.phase().code());
    }
  }

  /** Hands on tokens and stages. */
  private record Told(Part part) implements TokenListener {
    @Override
    public void token(Token token) {
      Message message = Message.of(Message.TOKEN);
      message.setToken(WireToken.of(0, token));
      part.accept(message);
    }

    @Override
    public void stage(StageReport report) {
      Message message = Message.of(Message.STAGE);
      message.setStages(WireStage.of(List.of(report)));
      part.accept(message);
    }

    @Override
    public void again() {
      part.accept(Message.of("again"));
    }
  }

  private static final String PLAIN =
      "function numbers(tensors) { return tensors.map(function(one) { return {name: one.name,"
          + " shape: Array.from(one.shape), values: Array.from(one.values, Number)}; }); }"
          + "function token(one) { return {id: one.id, text: one.text, candidates: one.candidates,"
          + " attention: numbers(one.attention)}; }"
          + "function stage(one) { return {stage: one.stage, seconds: one.seconds,"
          + " shapes: Array.from(one.shapes)}; }"
          + "function watch(begin) { return new Promise(function(end) {"
          + " var told = {tokens: [], stages: [], phases: [], again: 0}; window.told = told;"
          + " begin(function(part) {"
          + "  if (part.kind === 'again') { told.again++; told.tokens = []; }"
          + "  else if (part.kind === 'stage') told.stages = told.stages.concat("
          + "   part.stages.map(stage));"
          + "  else { told.tokens.push(token(part.token));"
          + "   if (window.onToken) window.onToken(told); } },"
          + " function(result) { told.texts = Array.from(result.texts || []);"
          + "  told.ended = !!result.ended; told.seconds = result.done;"
          + "  told.tensors = numbers(result.tensors || []);"
          + "  told.all = (result.tokens || []).map(token);"
          + "  told.stagesAtEnd = (result.stages || []).map(stage); end(told); },"
          + " function(problem, words) { told.problem = problem; told.words = words; end(told); },"
          + " function(phase) { if (told.phases[told.phases.length - 1] !== phase)"
          + "  told.phases.push(phase); }); }); }"
          + "function settled(some) { return Object.assign({maxNewTokens: 8, beams: 1,"
          + " lengthPenalty: 1, earlyStopping: false, repetitionPenalty: 1, temperature: 0, topP: 1,"
          + " seed: '0'}, some); }";

  @JSBody(
      params = {"write", "start", "ask", "cancel"},
      script =
          PLAIN
              + "window.cancelModel = cancel;"
              + "window.startBlip2 = function(name, variant) {"
              + " return new Promise(function(done) { start(name, variant, done); }); };"
              + "window.writeModel = function(tensors, settings) {"
              + " return watch(function(part, done, failed) {"
              + "  write(tensors, settled(settings), part, done, failed); }); };"
              + "window.askBlip2 = function(picture, prompts, settings) {"
              + " return watch(function(part, done, failed, phased) {"
              + "  ask(picture, prompts, settled(settings), part, done, failed, phased); }); };")
  private static native void export(Write write, Start start, Ask ask, Cancel cancel);

  @JSFunctor
  private interface Write extends JSObject {
    void write(
        JSArrayReader<WireTensor> tensors,
        WireSettings settings,
        Part part,
        Part done,
        Failed failed);
  }

  @JSFunctor
  private interface Start extends JSObject {
    void start(String name, String variant, Done done);
  }

  @JSFunctor
  private interface Ask extends JSObject {
    void ask(
        JSObject picture,
        JSArrayReader<JSString> prompts,
        WireSettings settings,
        Part part,
        Part done,
        Failed failed,
        Phased phased);
  }

  @JSFunctor
  private interface Cancel extends JSObject {
    void cancel();
  }

  @JSFunctor
  private interface Part extends JSObject {
    void accept(Message part);
  }

  @JSFunctor
  private interface Done extends JSObject {
    void accept(String text);
  }

  @JSFunctor
  private interface Failed extends JSObject {
    void accept(String problem, String words);
  }

  @JSFunctor
  private interface Phased extends JSObject {
    void accept(String phase);
  }
}
