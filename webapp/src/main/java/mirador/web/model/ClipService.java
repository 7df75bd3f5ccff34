package mirador.web.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import mirador.concepts.clip.ClipConfig;
import mirador.concepts.clip.ImageSteps;
import mirador.concepts.image.Picture;
import mirador.concepts.inference.RuntimeChoice.Wish;
import mirador.concepts.tensor.FloatTensor;
import mirador.concepts.tensor.Tensor;
import mirador.concepts.vit.AttentionMaps;
import mirador.web.model.Message.WirePicture;
import mirador.web.model.ModelHost.Task;
import mirador.web.store.StoredModel;
import org.teavm.jso.JSObject;
import org.teavm.jso.core.JSArray;
import org.teavm.jso.file.Blob;

/**
 * The CLIP model of the page, for all its widgets: pictures and texts in, numbers out, later. All
 * work is done in a worker, one request after the other.
 */
public final class ClipService extends ModelService {
  private static final ClipService SHARED = new ClipService();

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

  /** The model's numbers; null before {@link #isReady}. */
  public ClipConfig config() {
    return isReady() ? ClipConfig.of(model().manifest().config()) : null;
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
          return new Tokens(
              ids, WireTensor.list(result.getTexts()), WireTensor.list(result.getCut()));
        },
        answer);
  }

  @Override
  public String architecture() {
    return "clip";
  }

  @Override
  List<ModelHost> hosts(StoredModel stored, Wish wish) {
    StoredFiles files =
        new StoredFiles(stored, Message.OPEN_CLIP, "vision", "text", "vocab.json", "merges.txt");
    return List.of(new ModelHost(files, wish));
  }

  private <T> Task ask(Supplier<Message> message, Function<Message, T> read, Answer<T> answer) {
    ModelHost host = host(0);
    if (host == null) {
      return notLoaded(answer);
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
}
