package mirador.models.clip;

import java.io.IOException;
import java.nio.file.Path;
import java.text.Normalizer;
import mirador.concepts.clip.ClipConfig;
import mirador.concepts.clip.ClipEncoders;
import mirador.concepts.clip.ClipModel;
import mirador.concepts.onnx.EncoderPatcher;
import mirador.concepts.tokenizer.ClipTokenizer;
import mirador.models.folder.ModelFolder;
import mirador.models.folder.ModelFolderException;
import mirador.models.folder.StoredTokenizer;
import mirador.models.ort.OnnxRuntimeSession;

/** A CLIP model loaded from a model folder, run by ONNX Runtime for Java. */
public final class ClipFolder implements AutoCloseable {
  private static final String VISION = "vision";

  private final ModelFolder folder;
  private final ClipModel model;
  private final OnnxRuntimeSession vision;
  private final OnnxRuntimeSession text;
  private final int threads;
  private OnnxRuntimeSession openVision;
  private ClipModel openModel;

  private ClipFolder(
      ModelFolder folder,
      ClipModel model,
      OnnxRuntimeSession vision,
      OnnxRuntimeSession text,
      int threads) {
    this.threads = threads;
    this.folder = folder;
    this.model = model;
    this.vision = vision;
    this.text = text;
  }

  /**
   * Loads a model, with as many threads as there are cores.
   *
   * @throws ModelFolderException when the folder is damaged, of another architecture or has no
   *     tokenizer
   * @throws mirador.concepts.inference.InferenceException when a graph is damaged
   */
  public static ClipFolder open(Path path) throws IOException {
    return open(path, 0);
  }

  /**
   * Loads a model.
   *
   * @param threads of one run; 0 for as many as there are cores
   */
  @SuppressWarnings("MustBeClosedChecker")
  public static ClipFolder open(Path path, int threads) throws IOException {
    ModelFolder folder = ModelFolder.open(path);
    if (!folder.manifest().architecture().equals("clip")) {
      throw new ModelFolderException(
          path + " holds a model of the architecture " + folder.manifest().architecture());
    }
    ClipConfig config = config(folder);
    ClipTokenizer tokenizer = tokenizer(folder, config.contextLength());
    OnnxRuntimeSession vision = OnnxRuntimeSession.open(folder, VISION, threads);
    OnnxRuntimeSession text;
    try {
      text = OnnxRuntimeSession.open(folder, "text", threads);
    } catch (IOException | RuntimeException failure) {
      vision.close();
      throw failure;
    }
    ClipModel model =
        new ClipModel(new ClipEncoders(vision, text, config), config.preprocessing(), tokenizer);
    return new ClipFolder(folder, model, vision, text, threads);
  }

  public ModelFolder folder() {
    return folder;
  }

  public ClipModel model() {
    return model;
  }

  /**
   * The same model with as much of its image encoder's inside as its graph can show: attention,
   * states, places. A graph that does not give all that by itself is loaded once more, with more
   * outputs.
   *
   * @throws IOException when the folder cannot be read
   * @throws mirador.concepts.inference.InferenceException when the graph cannot be loaded so
   */
  public ClipModel openedUp() throws IOException {
    ClipEncoders encoders = model.encoders();
    if (encoders.hasImageAttention() && encoders.hasImageSteps()) {
      return model;
    }
    if (openModel == null) {
      ClipConfig config = model.config();
      String path = folder.manifest().graph(VISION).path();
      byte[] graph =
          EncoderPatcher.patch(folder.bytes(path), config.visionHeads()).model().toBytes();
      openVision = OnnxRuntimeSession.of(path, graph, threads);
      openModel =
          new ClipModel(
              new ClipEncoders(openVision, text, config), model.preprocessing(), model.tokenizer());
    }
    return openModel;
  }

  private static ClipConfig config(ModelFolder folder) throws ModelFolderException {
    try {
      return ClipConfig.of(folder.manifest().config());
    } catch (IllegalArgumentException failure) {
      throw new ModelFolderException(folder.path() + ": " + failure.getMessage(), failure);
    }
  }

  private static ClipTokenizer tokenizer(ModelFolder folder, int contextLength) throws IOException {
    return StoredTokenizer.open(
        folder,
        (vocab, merges) ->
            new ClipTokenizer(
                vocab,
                merges,
                contextLength,
                word -> Normalizer.normalize(word, Normalizer.Form.NFC)));
  }

  @Override
  public void close() {
    if (openVision != null) {
      openVision.close();
    }
    vision.close();
    text.close();
  }
}
