package mirador.web.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import mirador.concepts.inference.Capabilities;
import mirador.concepts.inference.RuntimeChoice;
import mirador.concepts.inference.RuntimeChoice.Wish;
import mirador.web.course.CourseData;
import mirador.web.model.Message.WireProbe;

/**
 * One model and the worker it runs in. The worker is started by the first request. When WebGPU
 * fails or is taken away, the worker is started anew without it and the same requests run again.
 * When the browser ends the worker, what was waiting fails, and the next request starts another.
 */
public final class ModelHost {
  private final ModelFiles files;
  private final Wish wish;
  private final Map<Integer, Request> requests = new LinkedHashMap<>();
  private WorkerProcess worker;
  private boolean open;
  private int lastId;
  private Capabilities.Gpu gpuTrouble;
  private String gpuDetail = "";
  private Capabilities capabilities;
  private RuntimeChoice choice;

  /** A request, and how to write it again for another worker. */
  private record Request(Supplier<Message> message, Answer<Message> answer) {}

  /** A request that can be taken back. */
  public interface Task {
    void cancel();
  }

  public ModelHost(ModelFiles files, Wish wish) {
    this.files = files;
    this.wish = wish;
  }

  /** What the browser offers; null before the first answer. */
  public Capabilities capabilities() {
    return capabilities;
  }

  /** How the model is run; null before it is open. */
  public RuntimeChoice choice() {
    return open ? choice : null;
  }

  /** Whether there is a worker, and its memory is taken. */
  public boolean isAlive() {
    return worker != null;
  }

  /**
   * Asks the model, and opens it first where it is not open.
   *
   * @param message makes the request; called again when another worker has to answer it
   */
  public Task ask(Supplier<Message> message, Answer<Message> answer) {
    int id = ++lastId;
    requests.put(id, new Request(message, answer));
    if (open) {
      post(id);
    } else if (worker == null) {
      start();
    }
    return () -> cancel(id);
  }

  /** Opens the model; the answer says how its check went. Not called while it is open. */
  public Task open(Answer<Message> answer) {
    return ask(null, answer);
  }

  /** Whether requests are answered without loading the model first. */
  public boolean isOpen() {
    return open;
  }

  /** Ends the worker and frees its memory; what was waiting is cancelled. */
  public void stop() {
    endWorker();
    failAll(new ModelProblem(ModelProblem.CANCELLED, ""));
  }

  private void cancel(int id) {
    Request request = requests.remove(id);
    if (request == null) {
      return;
    }
    if (open) {
      Message cancel = Message.of(Message.CANCEL);
      cancel.setId(id);
      worker.post(cancel);
    } else if (requests.isEmpty()) {
      endWorker();
    }
    request.answer().failed(new ModelProblem(ModelProblem.CANCELLED, ""));
  }

  private void start() {
    WorkerProcess[] started = new WorkerProcess[1];
    started[0] =
        new WorkerProcess(
            WorkerProcess.Script.MODELS,
            () -> started[0].post(Message.of(Message.PROBE)),
            message -> accept(message),
            detail -> died(detail));
    worker = started[0];
  }

  private void accept(Message message) {
    int id = message.getId();
    switch (message.getKind()) {
      case Message.PROGRESS ->
          progress(
              id,
              new Progress(Phase.of(message.getPhase()), message.getDone(), message.getTotal()));
      case Message.TOKEN, Message.STAGE -> {
        Request request = requests.get(id);
        if (request != null && request.answer() instanceof StreamAnswer stream) {
          stream.part(message);
        }
      }
      case Message.PROBLEM ->
          failed(id, new ModelProblem(message.getProblem(), message.getDetail()));
      case Message.PROBE -> choose(message.getProbe());
      case Message.OPEN -> opened(message);
      default -> {
        Request request = requests.remove(id);
        if (request != null) {
          request.answer().done(message);
        }
      }
    }
  }

  private void choose(WireProbe probe) {
    Capabilities found =
        new Capabilities(
            Capabilities.Gpu.of(probe.getGpu()),
            probe.getDetail(),
            probe.isFloat16(),
            probe.isSuspending(),
            probe.isIsolated(),
            CourseData.fromFile(),
            probe.getCores());
    capabilities = gpuTrouble == null ? found : found.without(gpuTrouble, gpuDetail);
    choice = RuntimeChoice.of(capabilities, wish, files.variant());
    WorkerProcess asking = worker;
    files.load(
        new Answer<>() {
          @Override
          public void done(Message opening) {
            if (worker == asking) {
              open(opening);
            }
          }

          @Override
          public void failed(ModelProblem problem) {
            if (worker == asking) {
              giveUp(problem);
            }
          }

          @Override
          public void progress(Progress progress) {
            if (worker == asking) {
              ModelHost.this.progress(0, progress);
            }
          }
        });
  }

  private void open(Message opening) {
    WorkerProcess asking = worker;
    RuntimeFiles.get(
        choice,
        runtime -> {
          if (worker == asking) {
            opening.setRuntime(runtime);
            asking.post(opening);
          }
        },
        missing -> {
          if (worker == asking) {
            giveUp(new ModelProblem(ModelProblem.NO_RUNTIME, missing));
          }
        });
  }

  private void opened(Message message) {
    open = true;
    for (int id : new ArrayList<>(requests.keySet())) {
      Request request = requests.get(id);
      if (request != null && request.message() == null) {
        requests.remove(id);
        request.answer().done(message);
      } else {
        post(id);
      }
    }
  }

  private void post(int id) {
    Request request = requests.get(id);
    if (request != null) {
      Message message = request.message().get();
      message.setId(id);
      worker.post(message);
    }
  }

  private void failed(int id, ModelProblem problem) {
    boolean lost = problem.code().equals(ModelProblem.GPU_LOST);
    if (lost || problem.code().equals(ModelProblem.GPU_FAILED)) {
      gpuTrouble = lost ? Capabilities.Gpu.LOST : Capabilities.Gpu.FAILED;
      gpuDetail = problem.detail();
      endWorker();
      start();
    } else if (open) {
      Request request = requests.remove(id);
      if (request != null) {
        request.answer().failed(problem);
      }
    } else {
      giveUp(problem);
    }
  }

  private void died(String detail) {
    boolean wasReady = capabilities != null;
    giveUp(new ModelProblem(wasReady ? ModelProblem.KILLED : ModelProblem.NO_RUNTIME, detail));
  }

  private void giveUp(ModelProblem problem) {
    endWorker();
    failAll(problem);
  }

  private void endWorker() {
    if (worker != null) {
      worker.end();
      worker = null;
    }
    open = false;
  }

  private void failAll(ModelProblem problem) {
    List<Request> all = new ArrayList<>(requests.values());
    requests.clear();
    all.forEach(request -> request.answer().failed(problem));
  }

  /** While the model is being opened all requests hear of it. */
  private void progress(int id, Progress progress) {
    if (open) {
      Request request = requests.get(id);
      if (request != null) {
        request.answer().progress(progress);
      }
    } else {
      new ArrayList<>(requests.values()).forEach(request -> request.answer().progress(progress));
    }
  }
}
