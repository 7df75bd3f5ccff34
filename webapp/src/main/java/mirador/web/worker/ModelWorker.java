package mirador.web.worker;

import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import mirador.concepts.inference.InferenceException;
import mirador.concepts.inference.ModelManifest.Reference;
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
 * The entry point of the worker in which models run, one model for a worker's life, and trainings,
 * one after the other. Requests are answered in their order, by one thread that may wait; see
 * {@link Message}.
 */
public final class ModelWorker {
  private final Queue<Message> waiting = new ArrayDeque<>();
  private final Set<Integer> cancelled = new HashSet<>();
  private final Map<String, OrtWebSession> sessions = new LinkedHashMap<>();
  private Desk desk;
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
    Teller teller = new RequestTeller(request.getId());
    return switch (request.getKind()) {
      case Message.PROBE -> probe();
      case Message.OPEN -> open(request, teller);
      case Message.OPEN_CLIP, Message.OPEN_BLIP2_VISION, Message.OPEN_BLIP2_LANGUAGE ->
          openDesk(request, teller);
      case Message.OPEN_TRAINING -> openTraining(request, teller);
      case Message.RUN -> run(request);
      default -> desk(request).answer(request, teller);
    };
  }

  private static Message probe() {
    Message answer = Message.of(Message.PROBE);
    answer.setProbe((WireProbe) Await.of(Machine.probe()));
    return answer;
  }

  private Message open(Message request, Teller teller) {
    start(request, teller);
    JSArrayReader<WireFile> files = request.getFiles();
    Opening opening = new Opening(request, teller, files.getLength());
    for (int i = 0; i < files.getLength(); i++) {
      String name = files.get(i).getName();
      sessions.put(name, opening.session(name));
    }
    return opening.checked(List.of(), Reference.NONE);
  }

  private Message openDesk(Message request, Teller teller) {
    start(request, teller);
    desk =
        switch (request.getKind()) {
          case Message.OPEN_CLIP -> new ClipDesk(request, teller);
          case Message.OPEN_BLIP2_VISION -> new Blip2VisionDesk(request, teller);
          default -> new Blip2LanguageDesk(request, teller);
        };
    return desk.check(request, teller);
  }

  private Message openTraining(Message request, Teller teller) {
    desk = new TrainingDesk(request);
    return desk.check(request, teller);
  }

  private void start(Message request, Teller teller) {
    gpu = request.getRuntime().isGpu();
    teller.progress(Phase.COMPILE, 0, 0);
    Ort.load(request.getRuntime());
  }

  private Desk desk(Message request) {
    if (desk == null) {
      throw new InferenceException("the open model knows no request " + request.getKind());
    }
    return desk;
  }

  private Message run(Message request) {
    OrtWebSession session = sessions.get(request.getGraph());
    if (session == null) {
      throw new InferenceException(
          "no graph \"" + request.getGraph() + "\" is open, only " + sessions.keySet());
    }
    List<String> wanted = WireTensor.list(request.getWanted());
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

  /** Tells the page of one request. */
  private final class RequestTeller implements Teller {
    private final int id;

    RequestTeller(int id) {
      this.id = id;
    }

    @Override
    public void progress(Phase phase, double done, double total) {
      if (cancelled.contains(id)) {
        throw new CancelledException();
      }
      Message answer = Message.of(Message.PROGRESS);
      answer.setPhase(phase.code());
      answer.setDone(done);
      answer.setTotal(total);
      part(answer);
    }

    @Override
    public void part(Message part) {
      part.setId(id);
      post(part);
    }

    @Override
    public boolean wanted() {
      Await.turn();
      return !cancelled.contains(id);
    }
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
