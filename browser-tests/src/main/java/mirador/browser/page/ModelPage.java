package mirador.browser.page;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import mirador.concepts.image.Picture;
import mirador.concepts.inference.ModelOffer;
import mirador.concepts.inference.RuntimeChoice.Wish;
import mirador.concepts.tensor.FloatTensor;
import mirador.concepts.tensor.Tensor;
import mirador.concepts.vit.AttentionMaps;
import mirador.web.course.CourseData;
import mirador.web.model.Answer;
import mirador.web.model.ClipService;
import mirador.web.model.Message;
import mirador.web.model.Message.WireFile;
import mirador.web.model.ModelFiles;
import mirador.web.model.ModelHost;
import mirador.web.model.ModelProblem;
import mirador.web.model.ModelServices;
import mirador.web.model.Phase;
import mirador.web.model.Progress;
import mirador.web.model.RuntimeWords;
import mirador.web.model.WireManifest;
import mirador.web.model.WireTensor;
import mirador.web.store.ModelChoice;
import mirador.web.store.ModelState;
import mirador.web.store.ModelStore;
import mirador.web.widget.AddressBar;
import org.teavm.jso.JSBody;
import org.teavm.jso.JSFunctor;
import org.teavm.jso.JSObject;
import org.teavm.jso.core.JSArray;
import org.teavm.jso.core.JSArrayReader;
import org.teavm.jso.dom.html.HTMLDocument;
import org.teavm.jso.file.Blob;
import org.teavm.jso.typedarrays.Float32Array;
import org.teavm.jso.typedarrays.Int8Array;

/**
 * The script of a page that only tests open: one host, whose files and requests are the test's.
 * Tests put blobs by name into {@code window.modelFiles}, weights of a graph under its name and
 * {@code .data}, then call {@code window.askModel}; and {@code window.startClip} and {@code
 * window.askClip} for the model that lies beside the page.
 */
public final class ModelPage {
  private static ModelHost host;

  private ModelPage() {}

  public static void main(String[] args) {
    export(ModelPage::ask, ModelPage::reset);
    exportClip(ModelPage::startClip, ModelPage::startMiniature, ModelPage::askClip);
    Blip2Page.export();
    ModelServices.serve();
    HTMLDocument.current().getDocumentElement().setAttribute("data-alive", "");
  }

  static ModelHost host() {
    if (host == null) {
      host = new ModelHost(new TestFiles(), Wish.of(AddressBar.parameter("runtime")));
    }
    return host;
  }

  /** The next request opens other graphs. */
  private static void reset() {
    if (host != null) {
      host.stop();
      host = null;
    }
  }

  private static void ask(
      String graph, JSArrayReader<WireTensor> tensors, Done done, Failed failed, Phased phased) {
    // Through Java and back, as a widget's tensors go.
    Map<String, Tensor> inputs = WireTensor.tensors(tensors);
    host()
        .ask(
            () -> {
              Message message = Message.of(Message.RUN);
              message.setGraph(graph);
              message.setTensors(WireTensor.of(inputs));
              message.setWanted(new JSArray<>());
              return message;
            },
            new Answer<>() {
              @Override
              public void done(Message result) {
                String words = RuntimeWords.sentence(CourseData.messages(), host().choice());
                done.accept(
                    WireTensor.of(WireTensor.tensors(result.getTensors())),
                    host().choice().build().code(),
                    host().choice().gpu(),
                    host().choice().threads(),
                    host().choice().reason(),
                    host().capabilities().gpuDetail(),
                    words);
              }

              @Override
              public void failed(ModelProblem problem) {
                failed.accept(problem.code(), problem.sentence(CourseData.messages()));
              }

              @Override
              public void progress(Progress progress) {
                phased.accept(progress.phase().code());
              }
            });
  }

  /** Fetches the course's model from beside the page and starts it; done says how that ended. */
  private static void startClip(Text done) {
    ModelStore store = ModelStore.shared();
    String name = store.offers().get(0).name();
    ModelState.Phase[] before = {ModelState.Phase.UNKNOWN};
    store.follow(
        () -> {
          ModelState state = store.state(name);
          if (state.phase() == before[0]) {
            return;
          }
          before[0] = state.phase();
          if (state.phase() == ModelState.Phase.ABSENT) {
            if (CourseData.fromFile()) {
              store.fetchPacks(name);
            } else {
              store.fetch(
                  name,
                  "fp32",
                  new ModelOffer.Origin(ModelOffer.Origin.SITE, "models/" + name + "/", ""));
            }
          } else if (state.phase() == ModelState.Phase.KEPT) {
            store.start(name);
          } else if (state.phase() == ModelState.Phase.READY
              || state.phase() == ModelState.Phase.FAILED) {
            done.accept(state.phase() + ": " + state.text());
          }
        });
  }

  /** Starts the small model of an architecture, as a widget that comes near the screen does. */
  private static void startMiniature(String architecture, Text done) {
    ModelChoice choice = ModelChoice.of(architecture);
    ModelStore store = ModelStore.shared();
    boolean[] told = {false};
    store.follow(
        () -> {
          ModelState state = store.state(choice.miniature().name());
          boolean ended =
              state.phase() == ModelState.Phase.READY || state.phase() == ModelState.Phase.FAILED;
          if (ended && !told[0]) {
            told[0] = true;
            done.accept(state.phase() + ": " + state.text());
          }
        });
    choice.begin();
  }

  private static void askClip(
      String what,
      String text,
      Blob file,
      int width,
      int height,
      Int8Array rgb,
      Values done,
      Failed failed) {
    ClipService clip = ClipService.shared();
    Picture picture = new Picture(width, height, rgb.toJavaArray());
    switch (what) {
      case "pictures" -> clip.embedPictures(List.of(picture), values(t -> t, done, failed));
      case "files" -> clip.embedFiles(List.of(file), values(t -> t, done, failed));
      case "texts" -> clip.embedTexts(List.of(text), values(t -> t, done, failed));
      case "attention" -> clip.attention(picture, values(AttentionMaps::weights, done, failed));
      case "text-attention" -> clip.attention(text, values(AttentionMaps::weights, done, failed));
      case "states" -> clip.states(picture, values(t -> t.get(t.size() - 1), done, failed));
      case "tokens" ->
          clip.tokens(
              text,
              values(
                  tokens -> {
                    float[] ids = new float[tokens.ids().size()];
                    for (int i = 0; i < ids.length; i++) {
                      ids[i] = tokens.ids().get(i);
                    }
                    return FloatTensor.of(ids, ids.length);
                  },
                  done,
                  failed));
      default -> throw new IllegalArgumentException(what);
    }
  }

  private static <T> Answer<T> values(Function<T, FloatTensor> read, Values done, Failed failed) {
    return new Answer<>() {
      @Override
      public void done(T result) {
        done.accept(Float32Array.fromJavaArray(read.apply(result).values()));
      }

      @Override
      public void failed(ModelProblem problem) {
        failed.accept(problem.code(), problem.sentence(CourseData.messages()));
      }
    };
  }

  /** The blobs that the test gave. */
  private static final class TestFiles implements ModelFiles {
    @Override
    public String variant() {
      return testVariant();
    }

    @Override
    public void load(Answer<Message> answer) {
      answer.progress(new Progress(Phase.DOWNLOAD, 0, 0));
      Message message = Message.of(testKind());
      message.setFiles(testFiles());
      message.setManifest(testManifest());
      answer.done(message);
    }
  }

  @JSBody(script = "return window.modelVariant || 'fp32';")
  private static native String testVariant();

  @JSBody(script = "return window.modelKind || 'open';")
  private static native String testKind();

  // The worker's form of what stands in manifest.json.
  @JSBody(
      script =
          "var manifest = window.modelManifest; if (!manifest) return null;"
              + "var config = manifest.config, reference = manifest.reference;"
              + "return {config: Object.keys(config).map(function(name) {"
              + "  return {name: name, values: Float64Array.from([].concat(config[name]))}; }),"
              + " tolerance: reference.tolerance, checks: reference.checks.map(function(one) {"
              + "  return {kind: one.kind, value: one.value || 0, from: one.from || 0,"
              + "   ids: Float64Array.from(one.ids || []),"
              + "   expected: Float64Array.from(one.expected)}; })};")
  private static native WireManifest testManifest();

  @JSBody(
      script =
          "var files = window.modelFiles;"
              + "return Object.keys(files).filter(function(name) {"
              + " return !/[.]data$/.test(name); }).map(function(name) {"
              + " return {name: name, content: files[name], weights: files[name + '.data'] || null,"
              + "  location: name + '.onnx.data'}; });")
  private static native JSArrayReader<WireFile> testFiles();

  @JSBody(
      params = {"ask", "reset"},
      script =
          "window.resetModel = reset;"
              + "window.askModel = function(graph, tensors) {"
              + " var phases = [];"
              + " return new Promise(function(done) {"
              + "  ask(graph, tensors, function(tensors, build, gpu, threads, reason, detail, words) {"
              + "   done({tensors: tensors.map(function(one) { return {name: one.name,"
              + "    shape: Array.from(one.shape), values: Array.from(one.values, Number)}; }),"
              + "    build: build, gpu: gpu, threads: threads, reason: reason, detail: detail, words: words,"
              + "    phases: phases}); },"
              + "  function(problem, words) { done({problem: problem, words: words, phases: phases}); },"
              + "  function(phase) { phases.push(phase); }); }); };")
  private static native void export(Ask ask, Reset reset);

  @JSBody(
      params = {"start", "small", "ask"},
      script =
          "window.startClip = function() { return new Promise(start); };"
              + "window.startMiniature = function(architecture) {"
              + " return new Promise(function(done) { small(architecture, done); }); };"
              + "window.askClip = function(what, text, file, width, height, rgb) {"
              + " return new Promise(function(done) {"
              + "  ask(what, text, file, width, height, rgb,"
              + "   function(values) { done({values: Array.from(values)}); },"
              + "   function(problem, words) { done({problem: problem, words: words}); }); }); };")
  private static native void exportClip(StartClip start, StartMiniature small, AskClip ask);

  @JSFunctor
  private interface Reset extends JSObject {
    void reset();
  }

  @JSFunctor
  private interface StartClip extends JSObject {
    void start(Text done);
  }

  @JSFunctor
  private interface StartMiniature extends JSObject {
    void start(String architecture, Text done);
  }

  @JSFunctor
  private interface AskClip extends JSObject {
    void ask(
        String what,
        String text,
        Blob file,
        int width,
        int height,
        Int8Array rgb,
        Values done,
        Failed failed);
  }

  @JSFunctor
  private interface Text extends JSObject {
    void accept(String text);
  }

  @JSFunctor
  private interface Values extends JSObject {
    void accept(Float32Array values);
  }

  @JSFunctor
  private interface Ask extends JSObject {
    void ask(
        String graph, JSArrayReader<WireTensor> tensors, Done done, Failed failed, Phased phased);
  }

  @JSFunctor
  private interface Done extends JSObject {
    void accept(
        JSArrayReader<WireTensor> tensors,
        String build,
        boolean gpu,
        int threads,
        String reason,
        String detail,
        String words);
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
