package mirador.models.blip2;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import mirador.concepts.blip2.Blip2Config;
import mirador.concepts.blip2.Blip2Language;
import mirador.concepts.blip2.Blip2Model;
import mirador.concepts.blip2.Blip2Vision;
import mirador.concepts.tokenizer.OptTokenizer;
import mirador.models.folder.ModelFolder;
import mirador.models.folder.ModelFolderException;
import mirador.models.folder.StoredTokenizer;
import mirador.models.ort.OnnxRuntimeSession;

/**
 * A BLIP-2 model in a model folder, run by ONNX Runtime for Java. Each half is loaded when it is
 * first asked for and can be closed by itself: together they need the memory of the whole model.
 */
public final class Blip2Folder implements AutoCloseable {
  private final ModelFolder folder;
  private final Blip2Config config;
  private final int threads;
  private final List<OnnxRuntimeSession> seeing = new ArrayList<>();
  private final List<OnnxRuntimeSession> writing = new ArrayList<>();
  private Blip2Vision vision;
  private Blip2Language language;

  private Blip2Folder(ModelFolder folder, Blip2Config config, int threads) {
    this.folder = folder;
    this.config = config;
    this.threads = threads;
  }

  /**
   * Opens a folder; no graph is loaded yet.
   *
   * @param threads of one run; 0 for as many as there are cores
   * @throws ModelFolderException when the folder is damaged or of another architecture
   */
  public static Blip2Folder open(Path path, int threads) throws IOException {
    ModelFolder folder = ModelFolder.open(path);
    if (!folder.manifest().architecture().equals("blip2")) {
      throw new ModelFolderException(
          path + " holds a model of the architecture " + folder.manifest().architecture());
    }
    try {
      return new Blip2Folder(folder, Blip2Config.of(folder.manifest().config()), threads);
    } catch (IllegalArgumentException failure) {
      throw new ModelFolderException(path + ": " + failure.getMessage(), failure);
    }
  }

  public ModelFolder folder() {
    return folder;
  }

  public Blip2Config config() {
    return config;
  }

  /**
   * The seeing half.
   *
   * @throws IOException when the folder cannot be read
   * @throws mirador.concepts.inference.InferenceException when a graph is damaged
   */
  public Blip2Vision vision() throws IOException {
    if (vision == null) {
      vision = new Blip2Vision(load(seeing, "vision"), load(seeing, "qformer"), config);
    }
    return vision;
  }

  /**
   * The writing half; without a tokenizer where the folder has none.
   *
   * @throws IOException when the folder cannot be read, or its tokenizer is damaged
   * @throws mirador.concepts.inference.InferenceException when a graph is damaged
   */
  public Blip2Language language() throws IOException {
    if (language == null) {
      OptTokenizer tokenizer =
          StoredTokenizer.in(folder) ? StoredTokenizer.open(folder, OptTokenizer::new) : null;
      language =
          new Blip2Language(
              load(writing, "embedding"), load(writing, "decoder"), config, tokenizer);
    }
    return language;
  }

  /** Both halves. */
  public Blip2Model model() throws IOException {
    return new Blip2Model(vision(), language());
  }

  /** Frees the memory of the seeing half. */
  public void closeVision() {
    seeing.forEach(OnnxRuntimeSession::close);
    seeing.clear();
    vision = null;
  }

  private OnnxRuntimeSession load(List<OnnxRuntimeSession> half, String part) throws IOException {
    OnnxRuntimeSession session = OnnxRuntimeSession.open(folder, part, threads);
    half.add(session);
    return session;
  }

  @Override
  public void close() {
    closeVision();
    writing.forEach(OnnxRuntimeSession::close);
    writing.clear();
    language = null;
  }
}
