package mirador.web.worker;

import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import mirador.concepts.inference.InferenceException;
import mirador.concepts.tensor.Tensor;
import mirador.web.model.Message;
import mirador.web.model.Message.WireFile;
import mirador.web.model.Message.WireProbe;
import mirador.web.model.Phase;
import mirador.web.model.WireTensor;
import org.teavm.jso.JSBody;
import org.teavm.jso.JSFunctor;
import org.teavm.jso.JSObject;
import org.teavm.jso.core.JSArrayReader;

/**
 * The entry point of the worker in which models run, one model for a worker's life. Requests are
 * answered in their order, by one thread that may wait; see {@link Message}.
 */
public final class ModelWorker {
  private final Queue<Message> waiting = new ArrayDeque<>();
  private final Set<Integer> cancelled = new HashSet<>();
  private final Map<String, OrtWebSession> sessions = new LinkedHashMap<>();
  private ClipDesk clip;
  private boolean working;
  private boolean gpu;

  private ModelWorker() {}

  public static void main(String[] args) {
    ModelWorker worker = new ModelWorker();
    listen(worker::accept);
  }

  private void accept(Message message) {
    if (message.getKind().equals(Message.CANCEL)) {
      cancelled.add(message.getId());
      return;
    }
    waiting.add(message);
    if (!working) {
      working = true;
      new Thread(this::work).start();
    }
  }

  private void work() {
    for (Message request = waiting.poll(); request != null; request = waiting.poll()) {
      Message answer;
      try {
        stopIfCancelled(request);
        answer = answer(request);
      } catch (RuntimeException | OutOfMemoryError e) {
        answer = Problems.answer(request, e, gpu);
      }
      answer.setId(request.getId());
      cancelled.remove(request.getId());
      post(answer);
    }
    working = false;
  }

  private Message answer(Message request) {
    Teller teller = (phase, done, total) -> progress(request, phase, done, total);
    return switch (request.getKind()) {
      case Message.PROBE -> probe();
      case Message.OPEN -> open(request, teller);
      case Message.OPEN_CLIP -> openClip(request, teller);
      case Message.RUN -> run(request);
      case Message.PICTURES -> clip().pictures(request, teller);
      case Message.TEXTS -> clip().texts(request, teller);
      default -> throw new InferenceException("no kind of request: " + request.getKind());
    };
  }

  private static Message probe() {
    Message answer = Message.of(Message.PROBE);
    answer.setProbe((WireProbe) Await.of(Machine.probe()));
    return answer;
  }

  private Message open(Message request, Teller teller) {
    gpu = request.getRuntime().isGpu();
    JSArrayReader<WireFile> files = request.getFiles();
    teller.progress(Phase.COMPILE, 0, files.getLength());
    Ort.load(request.getRuntime());
    for (int i = 0; i < files.getLength(); i++) {
      WireFile file = files.get(i);
      sessions.put(file.getName(), OrtWebSession.create(Blobs.bytes(file.getContent()), gpu));
      teller.progress(Phase.COMPILE, i + 1, files.getLength());
    }
    Message answer = Message.of(Message.OPEN);
    answer.setChecks(0);
    return answer;
  }

  private Message openClip(Message request, Teller teller) {
    gpu = request.getRuntime().isGpu();
    teller.progress(Phase.COMPILE, 0, 2);
    Ort.load(request.getRuntime());
    clip = new ClipDesk(request, teller);
    return clip.check(request, teller);
  }

  private ClipDesk clip() {
    if (clip == null) {
      throw new InferenceException("the open model is no CLIP");
    }
    return clip;
  }

  private Message run(Message request) {
    OrtWebSession session = sessions.get(request.getGraph());
    if (session == null) {
      throw new InferenceException(
          "no graph \"" + request.getGraph() + "\" is open, only " + sessions.keySet());
    }
    List<String> wanted = OrtWebSession.list(request.getWanted());
    Map<String, Tensor> inputs = WireTensor.tensors(request.getTensors());
    Message answer = Message.of(Message.RESULT);
    answer.setTensors(
        WireTensor.of(session.run(inputs, wanted.isEmpty() ? session.outputs() : wanted)));
    return answer;
  }

  private void stopIfCancelled(Message request) {
    if (cancelled.contains(request.getId())) {
      throw new CancelledException();
    }
  }

  private void progress(Message request, Phase phase, int done, int total) {
    stopIfCancelled(request);
    Message answer = Message.of(Message.PROGRESS);
    answer.setId(request.getId());
    answer.setPhase(phase.code());
    answer.setDone(done);
    answer.setTotal(total);
    post(answer);
  }

  // The lock tells the page when this worker is gone: the browser sends no word of it.
  @JSBody(
      params = {"accept"},
      script =
          "self.onmessage = function(event) {"
              + " if (!event.data.lock) { accept(event.data); return; }"
              + " function ready() { self.postMessage({ready: true}); }"
              + " try { navigator.locks.request(event.data.lock, function() { ready();"
              + "  return new Promise(function() {}); }).catch(ready); } catch (none) { ready(); } };")
  private static native void listen(Accept accept);

  @JSBody(
      params = {"message"},
      script = "self.postMessage(message);")
  private static native void post(Message message);

  @JSFunctor
  private interface Accept extends JSObject {
    void accept(Message message);
  }
}
