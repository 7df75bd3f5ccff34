package mirador.browser.page;

import java.util.Map;
import mirador.concepts.inference.RuntimeChoice.Wish;
import mirador.concepts.tensor.Tensor;
import mirador.web.course.CourseData;
import mirador.web.model.Answer;
import mirador.web.model.Message;
import mirador.web.model.Message.WireFile;
import mirador.web.model.ModelFiles;
import mirador.web.model.ModelHost;
import mirador.web.model.ModelProblem;
import mirador.web.model.Phase;
import mirador.web.model.Progress;
import mirador.web.model.RuntimeWords;
import mirador.web.model.WireTensor;
import mirador.web.widget.AddressBar;
import org.teavm.jso.JSBody;
import org.teavm.jso.JSFunctor;
import org.teavm.jso.JSObject;
import org.teavm.jso.core.JSArray;
import org.teavm.jso.core.JSArrayReader;
import org.teavm.jso.dom.html.HTMLDocument;

/**
 * The script of a page that only tests open: one host, whose files and requests are the test's.
 * Tests put blobs by name into {@code window.modelFiles}, then call {@code window.askModel}.
 */
public final class ModelPage {
  private static ModelHost host;

  private ModelPage() {}

  public static void main(String[] args) {
    export(ModelPage::ask);
    HTMLDocument.current().getDocumentElement().setAttribute("data-alive", "");
  }

  private static ModelHost host() {
    if (host == null) {
      host = new ModelHost(new TestFiles(), Wish.of(AddressBar.parameter("runtime")));
    }
    return host;
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

  /** The blobs that the test gave. */
  private static final class TestFiles implements ModelFiles {
    @Override
    public String variant() {
      return testVariant();
    }

    @Override
    public void load(Answer<Message> answer) {
      answer.progress(new Progress(Phase.DOWNLOAD, 0, 0));
      Message message = Message.of(Message.OPEN);
      message.setFiles(testFiles());
      answer.done(message);
    }
  }

  @JSBody(script = "return window.modelVariant || 'fp32';")
  private static native String testVariant();

  @JSBody(
      script =
          "return Object.keys(window.modelFiles).map(function(name) {"
              + " return {name: name, content: window.modelFiles[name]}; });")
  private static native JSArrayReader<WireFile> testFiles();

  @JSBody(
      params = {"ask"},
      script =
          "window.askModel = function(graph, tensors) {"
              + " var phases = [];"
              + " return new Promise(function(done) {"
              + "  ask(graph, tensors, function(tensors, build, gpu, threads, reason, detail, words) {"
              + "   done({tensors: tensors.map(function(one) { return {name: one.name,"
              + "    shape: Array.from(one.shape), values: Array.from(one.values, Number)}; }),"
              + "    build: build, gpu: gpu, threads: threads, reason: reason, detail: detail, words: words,"
              + "    phases: phases}); },"
              + "  function(problem, words) { done({problem: problem, words: words, phases: phases}); },"
              + "  function(phase) { phases.push(phase); }); }); };")
  private static native void export(Ask ask);

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
