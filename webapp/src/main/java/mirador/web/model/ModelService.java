package mirador.web.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import mirador.concepts.inference.ModelOffer;
import mirador.concepts.inference.RuntimeChoice;
import mirador.concepts.inference.RuntimeChoice.Wish;
import mirador.concepts.text.Messages;
import mirador.concepts.text.Numbers;
import mirador.web.course.CourseData;
import mirador.web.model.ModelHost.Task;
import mirador.web.store.KeptModel;
import mirador.web.store.ModelKey;
import mirador.web.store.ModelState;
import mirador.web.store.ModelStore;
import mirador.web.store.ModelUser;
import mirador.web.store.ModelUsers;
import mirador.web.store.StoredModel;
import mirador.web.widget.AddressBar;

/**
 * A model of the page, for all its widgets. It runs in one worker or in several, each with a part
 * of it; it is ready when the first of them has been opened and checked.
 */
public abstract class ModelService implements ModelUser {
  private final List<Runnable> followers = new ArrayList<>();
  private StoredModel model;
  private List<ModelHost> hosts = List.of();
  private Task opening;
  private Progress progress;
  private final Map<ModelHost, OpenTimes> times = new HashMap<>();
  private boolean verified;

  /** Whether a model has been loaded; what is asked before fails. */
  public final boolean isReady() {
    return !hosts.isEmpty() && opening == null;
  }

  /** Which model it is; null before {@link #isReady}. */
  public final ModelKey key() {
    return isReady() ? model.key() : null;
  }

  /** The variant that suits this machine; the lightest unless it is known better. */
  public String usualVariant(ModelOffer offer) {
    return offer.variants().get(0).name();
  }

  /** How it runs; null before {@link #isReady} and while it is loaded anew. */
  public final RuntimeChoice choice() {
    RuntimeChoice choice = null;
    for (ModelHost host : isReady() ? hosts : List.<ModelHost>of()) {
      choice = host.choice() == null ? choice : host.choice();
    }
    return choice;
  }

  /** Whether its numbers are those that its publishers tell. */
  public final boolean isVerified() {
    return verified;
  }

  /** Runs the action whenever {@link #isReady} has changed. */
  public final void follow(Runnable action) {
    followers.add(action);
  }

  /** Takes models into use, and goes on with what the page was reloaded for. */
  static void serve(ModelService... services) {
    for (ModelService service : services) {
      ModelUsers.add(service);
    }
    String name = Isolation.takeIntent();
    if (!name.isEmpty()) {
      ModelStore store = ModelStore.shared();
      store.look(() -> store.start(name));
    }
  }

  /** The workers of a model, none of them started; the first one is opened at once. */
  abstract List<ModelHost> hosts(StoredModel stored, Wish wish);

  /** Its worker of this number; null while there is none. */
  final ModelHost host(int number) {
    return hosts.isEmpty() ? null : hosts.get(number);
  }

  /** The model that is loaded or being loaded. */
  final StoredModel model() {
    return model;
  }

  /** How long its worker of this number took to open; null before it has. */
  final OpenTimes times(int number) {
    return times.get(host(number));
  }

  /** Fails with {@link ModelProblem#NOT_LOADED}. */
  static Task notLoaded(Answer<?> answer) {
    answer.failed(new ModelProblem(ModelProblem.NOT_LOADED, ""));
    return () -> {};
  }

  @Override
  public final void start(StoredModel stored, Progress told) {
    Wish wish = wish(stored);
    if (needsThreads(stored, wish) && Isolation.reload(stored.key().name())) {
      return;
    }
    Progress before = isReady() ? progress : null;
    end();
    if (before != null) {
      before.stopped();
    }
    model = stored;
    progress = told;
    hosts = hosts(stored, wish);
    List<ModelHost> started = hosts;
    opening =
        hosts
            .get(0)
            .open(
                new Answer<>() {
                  @Override
                  public void done(Message result) {
                    if (hosts == started) {
                      opening = null;
                      verified = true;
                      opened(hosts.get(0), result);
                      tell();
                    }
                  }

                  @Override
                  public void failed(ModelProblem problem) {
                    if (hosts == started) {
                      opening = null;
                      hosts = List.of();
                      if (problem.code().equals(ModelProblem.CANCELLED)) {
                        told.stopped();
                      } else {
                        told.failed(problem.sentence(CourseData.messages()));
                      }
                      tell();
                    }
                  }

                  @Override
                  public void progress(mirador.web.model.Progress now) {
                    double share = now.total() > 0 ? now.done() / now.total() : -1;
                    told.phase(phase(now.phase()), share);
                  }
                });
    if (before != null) {
      tell();
    }
  }

  /** A small model starts soonest in one thread, and needs no other page for it. */
  private static Wish wish(StoredModel stored) {
    Wish asked = Wish.of(AddressBar.parameter("runtime"));
    boolean small = ModelStore.shared().isMiniature(stored.key());
    return small && asked == Wish.AUTO ? Wish.LIGHT : asked;
  }

  /** Ends what was asked for, and the workers. */
  void end() {
    stopWorkers();
  }

  /** Ends the workers and frees their memory; what was asked of them is cancelled. */
  final void stopWorkers() {
    hosts.forEach(ModelHost::stop);
  }

  /** Whether the processor will compute, and the model is still there after a reload. */
  private static boolean needsThreads(StoredModel stored, Wish wish) {
    if (wish == Wish.LIGHT) {
      return false;
    }
    boolean gpu =
        Isolation.hasGpu()
            && wish != Wish.WASM
            && (wish == Wish.WEBGPU || !stored.key().variant().equals("int8"));
    for (KeptModel kept : ModelStore.shared().kept()) {
      if (kept.key().equals(stored.key())) {
        return !gpu && kept.complete() && !kept.inMemory();
      }
    }
    return false;
  }

  @Override
  public final void stop(ModelKey key) {
    if (!hosts.isEmpty() && model.key().equals(key)) {
      end();
    }
  }

  private static ModelState.Phase phase(Phase phase) {
    return switch (phase) {
      case CHECK -> ModelState.Phase.CHECKING;
      case LOAD -> ModelState.Phase.LOADING;
      case WARM_UP -> ModelState.Phase.WARMING_UP;
      case RUN -> ModelState.Phase.RUNNING;
      default -> ModelState.Phase.COMPILING;
    };
  }

  /** Says of a worker that has been opened how its check went, and how it runs. */
  final void opened(ModelHost host, Message result) {
    Messages messages = CourseData.messages();
    double deviation = result.getDeviation();
    boolean right = result.getChecks() > 0 && deviation <= result.getTolerance();
    verified &= right;
    times.put(host, OpenTimes.of(result.getSeconds()));
    String check;
    if (result.getChecks() == 0) {
      check = messages.get("model.verified.none");
    } else if (right) {
      check = messages.get("model.verified");
    } else {
      check =
          messages.get(
              "model.verified.not",
              Double.isNaN(deviation) ? "NaN" : Numbers.fixed(deviation, 4),
              Numbers.fixed(result.getTolerance(), 4));
    }
    progress.ready(
        check + " " + RuntimeWords.sentence(messages, host.choice(), model.key().variant()));
  }

  private void tell() {
    new ArrayList<>(followers).forEach(Runnable::run);
  }
}
