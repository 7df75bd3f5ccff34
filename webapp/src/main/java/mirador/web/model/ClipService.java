package mirador.web.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import mirador.concepts.clip.ClipConfig;
import mirador.concepts.clip.ImageSteps;
import mirador.concepts.image.Picture;
import mirador.concepts.inference.RuntimeChoice;
import mirador.concepts.inference.RuntimeChoice.Wish;
import mirador.concepts.tensor.FloatTensor;
import mirador.concepts.tensor.Tensor;
import mirador.concepts.text.Messages;
import mirador.concepts.text.Numbers;
import mirador.concepts.vit.AttentionMaps;
import mirador.web.course.CourseData;
import mirador.web.model.Message.WirePicture;
import mirador.web.model.ModelHost.Task;
import mirador.web.store.KeptModel;
import mirador.web.store.ModelKey;
import mirador.web.store.ModelState;
import mirador.web.store.ModelStore;
import mirador.web.store.ModelUser;
import mirador.web.store.ModelUsers;
import mirador.web.store.StoredModel;
import mirador.web.widget.AddressBar;
import org.teavm.jso.JSObject;
import org.teavm.jso.core.JSArray;
import org.teavm.jso.core.JSArrayReader;
import org.teavm.jso.core.JSString;
import org.teavm.jso.file.Blob;

/**
 * The CLIP model of the page, for all its widgets: pictures and texts in, numbers out, later. All
 * work is done in a worker, one request after the other.
 */
public final class ClipService implements ModelUser {
  private static final ClipService SHARED = new ClipService();

  private final List<Runnable> followers = new ArrayList<>();
  private StoredModel model;
  private ModelHost host;
  private Task opening;
  private boolean verified;

  private ClipService() {}

  public static ClipService shared() {
    return SHARED;
  }

  /**
   * The tokens of a text.
   *
   * @param tokens as the model reads them, start and end included
   * @param cut those that did not fit
   */
  public record Tokens(List<Long> ids, List<String> tokens, List<String> cut) {}

  /** Whether a model has been loaded; what is asked before fails. */
  public boolean isReady() {
    return host != null && opening == null;
  }

  /** Which model it is; null before {@link #isReady}. */
  public ModelKey key() {
    return isReady() ? model.key() : null;
  }

  /** The model's numbers; null before {@link #isReady}. */
  public ClipConfig config() {
    return isReady() ? ClipConfig.of(model.manifest().config()) : null;
  }

  /** How it runs; null before {@link #isReady} and while it is loaded anew. */
  public RuntimeChoice choice() {
    return isReady() ? host.choice() : null;
  }

  /** Whether its numbers are those that its publishers tell. */
  public boolean isVerified() {
    return verified;
  }

  /** Runs the action whenever {@link #isReady} has changed. */
  public void follow(Runnable action) {
    followers.add(action);
  }

  /** Embeddings of length 1, (pictures, projection). */
  public Task embedPictures(List<Picture> pictures, Answer<FloatTensor> answer) {
    return ask(
        () -> pictures(Message.EMBEDDINGS, pictures),
        result -> tensor(result, Message.EMBEDDINGS),
        answer);
  }

  /**
   * Embeddings of length 1 of picture files, (files, projection); they are read in the worker at
   * their full size.
   */
  public Task embedFiles(List<? extends Blob> files, Answer<FloatTensor> answer) {
    return ask(
        () -> {
          JSArray<JSObject> blobs = new JSArray<>();
          files.forEach(blobs::push);
          Message message = wanting(Message.PICTURES, Message.EMBEDDINGS);
          message.setPictures(blobs);
          return message;
        },
        result -> tensor(result, Message.EMBEDDINGS),
        answer);
  }

  /** Embeddings of length 1, (texts, projection). */
  public Task embedTexts(List<String> texts, Answer<FloatTensor> answer) {
    return ask(
        () -> texts(Message.EMBEDDINGS, texts),
        result -> tensor(result, Message.EMBEDDINGS),
        answer);
  }

  /** What each token of a picture looks at. */
  public Task attention(Picture picture, Answer<AttentionMaps> answer) {
    return ask(
        () -> pictures(Message.ATTENTION, List.of(picture)),
        result -> new AttentionMaps(tensor(result, Message.ATTENTION)),
        answer);
  }

  /** What each token of a text looks at. */
  public Task attention(String text, Answer<AttentionMaps> answer) {
    return ask(
        () -> texts(Message.ATTENTION, List.of(text)),
        result -> new AttentionMaps(tensor(result, Message.ATTENTION)),
        answer);
  }

  /** The tokens of a picture before the first layer and after each, (tokens, width) each. */
  public Task states(Picture picture, Answer<List<FloatTensor>> answer) {
    return ask(() -> pictures(Message.STATES, List.of(picture)), ClipService::layers, answer);
  }

  /** What a picture becomes on its way through the image encoder, as far as its graph shows it. */
  public Task steps(Picture picture, Answer<ImageSteps> answer) {
    return ask(
        () -> pictures(Message.STEPS, List.of(picture)),
        result -> WireSteps.steps(result.getTensors()),
        answer);
  }

  /** The tokens of a text before the first layer and after each, (tokens, width) each. */
  public Task states(String text, Answer<List<FloatTensor>> answer) {
    return ask(() -> texts(Message.STATES, List.of(text)), ClipService::layers, answer);
  }

  /** How the model reads a text. */
  public Task tokens(String text, Answer<Tokens> answer) {
    return ask(
        () -> texts(Message.TOKENS, List.of(text)),
        result -> {
          List<Long> ids = new ArrayList<>();
          for (long id :
              WireTensor.tensors(result.getTensors()).get(Message.TOKENS).longs().values()) {
            ids.add(id);
          }
          return new Tokens(ids, list(result.getTexts()), list(result.getCut()));
        },
        answer);
  }

  /** Serves the page: takes models into use, and goes on with what it was reloaded for. */
  public static void serve() {
    ModelUsers.add(SHARED);
    String name = Isolation.takeIntent();
    if (!name.isEmpty()) {
      ModelStore store = ModelStore.shared();
      store.look(() -> store.start(name));
    }
  }

  @Override
  public String architecture() {
    return "clip";
  }

  @Override
  public void start(StoredModel stored, Progress progress) {
    Wish wish = Wish.of(AddressBar.parameter("runtime"));
    if (needsThreads(stored, wish) && Isolation.reload(stored.key().name())) {
      return;
    }
    if (host != null) {
      host.stop();
    }
    model = stored;
    host = new ModelHost(new StoredFiles(stored), wish);
    ModelHost started = host;
    opening =
        host.open(
            new Answer<>() {
              @Override
              public void done(Message result) {
                if (host == started) {
                  opening = null;
                  progress.ready(opened(result));
                  tell();
                }
              }

              @Override
              public void failed(ModelProblem problem) {
                if (host == started) {
                  opening = null;
                  host = null;
                  if (problem.code().equals(ModelProblem.CANCELLED)) {
                    progress.stopped();
                  } else {
                    progress.failed(problem.sentence(CourseData.messages()));
                  }
                  tell();
                }
              }

              @Override
              public void progress(mirador.web.model.Progress now) {
                double share = now.total() > 0 ? now.done() / now.total() : -1;
                progress.phase(phase(now.phase()), share);
              }
            });
  }

  /** Whether the processor will compute, and the model is still there after a reload. */
  private static boolean needsThreads(StoredModel stored, Wish wish) {
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
  public void stop(ModelKey key) {
    if (host != null && model.key().equals(key)) {
      host.stop();
    }
  }

  private static ModelState.Phase phase(Phase phase) {
    return switch (phase) {
      case WARM_UP -> ModelState.Phase.WARMING_UP;
      case RUN -> ModelState.Phase.RUNNING;
      default -> ModelState.Phase.COMPILING;
    };
  }

  /** What is said of a model that has been loaded. */
  private String opened(Message result) {
    Messages messages = CourseData.messages();
    double deviation = result.getDeviation();
    verified = result.getChecks() > 0 && deviation <= result.getTolerance();
    String check;
    if (result.getChecks() == 0) {
      check = messages.get("model.verified.none");
    } else if (verified) {
      check = messages.get("model.verified");
    } else {
      check =
          messages.get(
              "model.verified.not",
              Double.isNaN(deviation) ? "NaN" : Numbers.fixed(deviation, 4),
              Numbers.fixed(result.getTolerance(), 4));
    }
    return check + " " + RuntimeWords.sentence(messages, host.choice());
  }

  private void tell() {
    new ArrayList<>(followers).forEach(Runnable::run);
  }

  private <T> Task ask(Supplier<Message> message, Function<Message, T> read, Answer<T> answer) {
    if (host == null) {
      answer.failed(new ModelProblem(ModelProblem.NOT_LOADED, ""));
      return () -> {};
    }
    return host.ask(
        message,
        new Answer<>() {
          @Override
          public void done(Message result) {
            answer.done(read.apply(result));
          }

          @Override
          public void failed(ModelProblem problem) {
            answer.failed(problem);
          }

          @Override
          public void progress(mirador.web.model.Progress progress) {
            answer.progress(progress);
          }
        });
  }

  private static Message wanting(String kind, String wanted) {
    Message message = Message.of(kind);
    message.setWanted(WireTensor.texts(List.of(wanted)));
    return message;
  }

  private static Message pictures(String wanted, List<Picture> pictures) {
    JSArray<JSObject> wire = new JSArray<>();
    pictures.forEach(picture -> wire.push(WirePicture.of(picture)));
    Message message = wanting(Message.PICTURES, wanted);
    message.setPictures(wire);
    return message;
  }

  private static Message texts(String wanted, List<String> texts) {
    Message message = wanting(Message.TEXTS, wanted);
    message.setTexts(WireTensor.texts(texts));
    return message;
  }

  private static FloatTensor tensor(Message result, String name) {
    return WireTensor.tensors(result.getTensors()).get(name).floats();
  }

  private static List<FloatTensor> layers(Message result) {
    Map<String, Tensor> tensors = WireTensor.tensors(result.getTensors());
    List<FloatTensor> layers = new ArrayList<>();
    for (int i = 0; i < tensors.size(); i++) {
      layers.add(tensors.get(String.valueOf(i)).floats());
    }
    return layers;
  }

  private static List<String> list(JSArrayReader<JSString> texts) {
    List<String> list = new ArrayList<>();
    for (int i = 0; i < texts.getLength(); i++) {
      list.add(texts.get(i).stringValue());
    }
    return list;
  }
}
