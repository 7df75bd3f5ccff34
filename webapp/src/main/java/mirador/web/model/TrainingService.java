package mirador.web.model;

import java.util.List;
import java.util.function.Consumer;
import mirador.concepts.contrastive.TrainingPair;
import mirador.concepts.contrastive.TrainingSettings;
import mirador.web.model.Message.WirePicture;
import org.teavm.jso.JSObject;
import org.teavm.jso.core.JSArray;

/**
 * One training in a worker of its own, which the first request starts. The page asks for some steps
 * at a time, so to pause is not to ask. Of several requests only the last one is answered.
 */
public final class TrainingService {
  private WorkerProcess worker;
  private boolean ready;
  private boolean busy;
  private int lastId;
  private Message waiting;
  private Consumer<WireTrained> done = trained -> {};
  private Consumer<ModelProblem> failed = problem -> {};

  /** Begins anew with these pairs; the answer has the state before the first step. */
  public void open(
      List<TrainingPair> pairs,
      TrainingSettings settings,
      Consumer<WireTrained> done,
      Consumer<ModelProblem> failed) {
    JSArray<JSObject> pictures = new JSArray<>();
    pairs.forEach(pair -> pictures.push(WirePicture.of(pair.picture())));
    Message request = Message.of(Message.OPEN_TRAINING);
    request.setTexts(WireTensor.texts(pairs.stream().map(TrainingPair::caption).toList()));
    request.setPictures(pictures);
    request.setTraining(WireTraining.of(settings));
    ask(request, done, failed);
  }

  /** Goes on for some steps; the answer has the state after each. */
  public void train(int steps, Consumer<WireTrained> done, Consumer<ModelProblem> failed) {
    Message request = Message.of(Message.TRAIN);
    request.setSteps(steps);
    ask(request, done, failed);
  }

  private void ask(Message request, Consumer<WireTrained> done, Consumer<ModelProblem> failed) {
    this.done = done;
    this.failed = failed;
    request.setId(++lastId);
    waiting = request;
    next();
  }

  private void next() {
    if (worker == null) {
      worker =
          new WorkerProcess(WorkerProcess.Script.MODELS, this::listens, this::accept, this::died);
    }
    if (ready && !busy && waiting != null) {
      busy = true;
      worker.post(waiting);
      waiting = null;
    }
  }

  private void listens() {
    ready = true;
    next();
  }

  private void accept(Message answer) {
    busy = false;
    if (answer.getId() != lastId) {
      next();
    } else if (answer.getKind().equals(Message.PROBLEM)) {
      failed.accept(new ModelProblem(answer.getProblem(), answer.getDetail()));
    } else {
      done.accept(answer.getTrained());
    }
  }

  private void died(String detail) {
    String code = ready ? ModelProblem.KILLED : ModelProblem.NO_RUNTIME;
    worker = null;
    ready = false;
    busy = false;
    waiting = null;
    failed.accept(new ModelProblem(code, detail));
  }
}
