package mirador.site.model;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import mirador.concepts.blip2.Blip2Config;
import mirador.concepts.blip2.Blip2Language;
import mirador.concepts.blip2.Dialogue;
import mirador.concepts.blip2.TokenTexts;
import mirador.concepts.blip2.VisualQueries;
import mirador.concepts.blip2.WrittenToken;
import mirador.concepts.course.Notebook;
import mirador.concepts.generation.Generated;
import mirador.concepts.generation.GenerationListener;
import mirador.concepts.generation.GenerationSettings;
import mirador.concepts.generation.Step;
import mirador.concepts.inference.ModelManifest;
import mirador.concepts.tensor.FloatTensor;
import mirador.concepts.tensor.Shape;
import mirador.concepts.text.PythonText;
import mirador.concepts.vit.AttentionMaps;
import mirador.models.blip2.Blip2Folder;
import mirador.models.folder.ModelFolder;
import mirador.site.scan.CoursePicture;

/**
 * BLIP-2 while the site is built, when its files are at hand: what it says of the figures is
 * written into the pages, marked «precalculado». The real one takes minutes for that, so that its
 * answers are kept on the disk, by the model, the picture and the question.
 */
public final class BakedBlip2 implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Blip2Folder folder;
  private final String title;
  private final Path kept;
  private final Map<String, VisualQueries> seen = new HashMap<>();

  private BakedBlip2(Blip2Folder folder, String title, Path kept) throws IOException {
    this.folder = folder;
    this.title = title;
    byte[] manifest = Files.readAllBytes(folder.folder().path().resolve(ModelFolder.MANIFEST));
    this.kept = kept.resolve(digest(manifest));
  }

  /**
   * The first folder with a manifest.
   *
   * @param kept folder for what has been computed
   * @throws IOException when a folder cannot be read
   * @throws RuntimeException when its model is damaged or not a BLIP-2; the message names it
   */
  public static Optional<BakedBlip2> find(List<Path> folders, Path kept) throws IOException {
    for (Path folder : folders) {
      if (Files.isRegularFile(folder.resolve(ModelFolder.MANIFEST))) {
        Blip2Folder model = Blip2Folder.open(folder, 0);
        ModelManifest manifest = model.folder().manifest();
        String title = manifest.name() + ", " + manifest.variant();
        return Optional.of(new BakedBlip2(model, title, kept));
      }
    }
    return Optional.empty();
  }

  /**
   * The small model that is a part of the course.
   *
   * @param kept folder for what has been computed
   * @throws IOException when it cannot be read
   */
  public static BakedBlip2 of(Miniature miniature, Path kept) throws IOException {
    return new BakedBlip2(Blip2Folder.open(miniature.folder().path(), 0), miniature.title(), kept);
  }

  public Blip2Config config() {
    return folder.config();
  }

  /** Which files they were: «blip2-opt-2.7b, int8», «BLIP-2 mini». */
  public String title() {
    return title;
  }

  /** What the queries see in a figure. */
  public VisualQueries queries(CoursePicture picture) {
    return seen.computeIfAbsent(
        picture.id(),
        id ->
            keptOr(
                    "queries-" + digest(picture.bytes()),
                    KeptQueries.class,
                    () -> KeptQueries.of(looked(picture)))
                .queries());
  }

  private VisualQueries looked(CoursePicture picture) {
    try {
      return folder.vision().look(picture.pixels());
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** The caption of a figure, as in the notebook. */
  public BakedText caption(CoursePicture picture) {
    return written(picture, "", Notebook.CAPTION_TOKENS);
  }

  /** The answer to the open question of a dialogue about a figure, as in the notebook. */
  public BakedText answer(CoursePicture picture, Dialogue dialogue) {
    return written(picture, dialogue.prompt(), Notebook.ANSWER_TOKENS);
  }

  private BakedText written(CoursePicture picture, String prompt, int tokens) {
    String name =
        "text-"
            + digest(picture.bytes())
            + "-"
            + digest((tokens + " " + prompt).getBytes(java.nio.charset.StandardCharsets.UTF_8));
    return keptOr(name, BakedText.class, () -> write(picture, prompt, tokens));
  }

  private BakedText write(CoursePicture picture, String prompt, int tokens) {
    FloatTensor projected = queries(picture).projected();
    // Together both halves of the real model take more memory than many machines have.
    folder.closeVision();
    try {
      Blip2Language language = folder.language();
      Hearer hearer = new Hearer(language);
      Generated generated =
          language.generate(projected, prompt, GenerationSettings.greedy(tokens), hearer);
      return new BakedText(
          PythonText.strip(hearer.text.toString()), generated.ended(), hearer.tokens);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static final class Hearer implements GenerationListener {
    private final TokenTexts texts;
    private final List<WrittenToken> tokens = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();

    Hearer(Blip2Language language) {
      texts = new TokenTexts(language.tokenizer(), language.config().eosTokenId());
    }

    @Override
    public boolean step(Step step) {
      WrittenToken token = texts.written(step);
      tokens.add(token);
      text.append(token.text());
      return true;
    }
  }

  private <T> T keptOr(String name, Class<T> type, Supplier<T> computed) {
    Path file = kept.resolve(name + ".json");
    try {
      if (Files.isRegularFile(file)) {
        return JSON.readValue(file.toFile(), type);
      }
      T result = computed.get();
      Files.createDirectories(kept);
      Path half = kept.resolve(name + ".part");
      JSON.writeValue(half.toFile(), result);
      Files.move(half, file, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
      return result;
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** Tensors as JSON has them: sizes and values. */
  record KeptTensor(List<Integer> sizes, List<Float> values) {
    static KeptTensor of(FloatTensor tensor) {
      List<Integer> sizes = new ArrayList<>();
      for (int size : tensor.shape().toArray()) {
        sizes.add(size);
      }
      List<Float> values = new ArrayList<>();
      for (float value : tensor.values()) {
        values.add(value);
      }
      return new KeptTensor(sizes, values);
    }

    FloatTensor tensor() {
      float[] floats = new float[values.size()];
      for (int i = 0; i < floats.length; i++) {
        floats[i] = values.get(i);
      }
      return new FloatTensor(
          Shape.of(sizes.stream().mapToInt(Integer::intValue).toArray()), floats);
    }
  }

  /** What the queries see, as JSON has it. */
  record KeptQueries(Map<String, KeptTensor> tensors) {
    static KeptQueries of(VisualQueries queries) {
      Map<String, KeptTensor> tensors = new LinkedHashMap<>();
      tensors.put("projected", KeptTensor.of(queries.projected()));
      tensors.put("states", KeptTensor.of(queries.states()));
      tensors.put("self", KeptTensor.of(queries.selfAttention().weights()));
      tensors.put("cross", KeptTensor.of(queries.crossAttention()));
      return new KeptQueries(tensors);
    }

    VisualQueries queries() {
      return new VisualQueries(
          tensors.get("projected").tensor(),
          tensors.get("states").tensor(),
          new AttentionMaps(tensors.get("self").tensor()),
          tensors.get("cross").tensor());
    }
  }

  private static String digest(byte[] bytes) {
    try {
      byte[] sha = MessageDigest.getInstance("SHA-256").digest(bytes);
      return HexFormat.of().formatHex(sha).substring(0, 16);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java has SHA-256", impossible);
    }
  }

  @Override
  public void close() {
    folder.close();
  }
}
