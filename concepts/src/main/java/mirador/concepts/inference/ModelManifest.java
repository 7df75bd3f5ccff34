package mirador.concepts.inference;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What {@code manifest.json} of a model folder says. Reading and writing JSON is left to adapters;
 * what is checked here holds for all of them.
 *
 * @param format version of the manifest, {@link #FORMAT}
 * @param name the model's name, also the name of its folder on a site
 * @param architecture which code runs it, such as {@code clip}
 * @param variant how its weights are stored: {@code fp32}, {@code fp16}, {@code int8}, {@code q4}
 * @param source where the weights come from, such as {@code openai/clip-vit-base-patch32}
 * @param licence an SPDX name
 * @param graphs part of the model -> path of its ONNX file, one of {@code files}
 * @param files every file that the model needs, manifest aside
 * @param config the architecture's numbers; a single number is a list of one
 * @param reference numbers to check the loaded model by
 */
public record ModelManifest(
    int format,
    String name,
    String architecture,
    String variant,
    String source,
    String licence,
    Map<String, String> graphs,
    List<ModelFile> files,
    Map<String, List<Double>> config,
    Reference reference) {
  /** The format that this code reads and writes. */
  public static final int FORMAT = 1;

  /** A file of at most this many bytes is not split, 48 MiB. */
  public static final long LARGEST_WHOLE = 48L << 20;

  /** The size of a shard, 32 MiB; the last one of a file is what is left. */
  public static final int SHARD_BYTES = 32 << 20;

  private static final int LONGEST_NAME = 100;
  private static final int HASH_DIGITS = 64;

  /**
   * A checked manifest.
   *
   * @throws IllegalArgumentException when something is missing or not allowed; says what
   */
  public ModelManifest {
    require(format == FORMAT, "format " + format + " is not known: this version reads " + FORMAT);
    require(isName(name), "\"" + name + "\" is no name for a model");
    require(isName(architecture), "\"" + architecture + "\" is no architecture");
    require(isName(variant), "\"" + variant + "\" is no variant");
    require(source != null && licence != null, "source and licence must be told");
    graphs = Map.copyOf(graphs);
    files = List.copyOf(files);
    config = copyOf(config);
    require(!graphs.isEmpty(), "it names no graph");
    Set<String> paths = new HashSet<>();
    for (ModelFile file : files) {
      require(paths.add(file.path()), "it lists " + file.path() + " twice");
      for (Shard shard : file.shards()) {
        require(
            shard.path().equals(file.path()) || paths.add(shard.path()),
            "it lists " + shard.path() + " twice");
      }
    }
    for (Map.Entry<String, String> graph : graphs.entrySet()) {
      require(
          hasFile(files, graph.getValue()),
          "the graph "
              + graph.getKey()
              + " is in "
              + graph.getValue()
              + ", which is no file of it");
    }
  }

  /**
   * The file of this path.
   *
   * @throws IllegalArgumentException when there is none
   */
  public ModelFile file(String path) {
    for (ModelFile file : files) {
      if (file.path().equals(path)) {
        return file;
      }
    }
    throw new IllegalArgumentException("the model " + name + " has no file " + path);
  }

  /**
   * The file that holds a part's graph.
   *
   * @param part such as {@code vision}
   * @throws IllegalArgumentException when the model has no such part
   */
  public ModelFile graph(String part) {
    String path = graphs.get(part);
    require(
        path != null, "the model " + name + " has no part " + part + ", only " + graphs.keySet());
    return file(path);
  }

  public boolean hasFile(String path) {
    return hasFile(files, path);
  }

  /** Where the weights of a graph lie that holds none itself: beside it, under this path. */
  public static String weightsOf(String graphPath) {
    return graphPath + ".data";
  }

  /** Bytes of all files together: what a download weighs. */
  public long bytes() {
    long bytes = 0;
    for (ModelFile file : files) {
      bytes += file.bytes();
    }
    return bytes;
  }

  /**
   * One file of the model.
   *
   * @param path relative, with {@code /} between its parts
   * @param bytes size of the whole file
   * @param sha256 of the whole file, 64 lower-case hexadecimal digits
   * @param shards consecutive byte ranges, each in a file of its own; the file itself when it is
   *     not split
   */
  public record ModelFile(String path, long bytes, String sha256, List<Shard> shards) {
    /**
     * A checked file; without shards it is its own only one.
     *
     * @throws IllegalArgumentException when a path, size or hash is not allowed; says which
     */
    public ModelFile {
      checkEntry(path, bytes, sha256);
      shards = shards.isEmpty() ? List.of(new Shard(path, bytes, sha256)) : List.copyOf(shards);
      long sum = 0;
      for (Shard shard : shards) {
        sum += shard.bytes();
      }
      require(sum == bytes, "the shards of " + path + " hold " + sum + " bytes, the file " + bytes);
      Shard first = shards.get(0);
      require(
          !first.path().equals(path) || (shards.size() == 1 && first.sha256().equals(sha256)),
          "a shard of " + path + " has the path of the whole file");
    }

    /** Whether it is stored in pieces. */
    public boolean isSplit() {
      return !shards.get(0).path().equals(path);
    }
  }

  /** A consecutive range of a file's bytes, as a file of its own. */
  public record Shard(String path, long bytes, String sha256) {
    /**
     * A checked shard.
     *
     * @throws IllegalArgumentException when the path, size or hash is not allowed; says which
     */
    public Shard {
      checkEntry(path, bytes, sha256);
    }
  }

  /**
   * Numbers to check a loaded model by.
   *
   * @param tolerance greatest difference of the variant, absolute or relative as its architecture
   *     takes it
   */
  public record Reference(double tolerance, List<ReferenceCheck> checks) {
    public static final Reference NONE = new Reference(0, List.of());

    /**
     * Checked numbers.
     *
     * @throws IllegalArgumentException when there are checks and the tolerance is not above 0
     */
    public Reference {
      checks = List.copyOf(checks);
      require(
          checks.isEmpty() || (tolerance > 0 && tolerance < Double.POSITIVE_INFINITY),
          "the tolerance " + tolerance + " of the reference values must be above 0");
    }
  }

  /**
   * One known input and some elements of what must come out.
   *
   * @param kind one of the constants of this class
   * @param value of all pixels, already normalised; for pictures
   * @param ids of the tokens; for texts
   * @param from the first element that is compared, from 0
   * @param expected elements {@code from}, {@code from + 1}, …
   */
  public record ReferenceCheck(
      String kind, double value, List<Long> ids, int from, List<Double> expected) {
    /** Image features, before L2 normalisation, of one picture of equal pixels. */
    public static final String IMAGE_FEATURES_CONSTANT = "image_features_constant";

    /** Text features, before L2 normalisation, of one text. */
    public static final String TEXT_FEATURES = "text_features";

    /** States of the vision tower's tokens, after its last normalisation, of equal pixels. */
    public static final String IMAGE_STATES_CONSTANT = "image_states_constant";

    /** What the queries of a picture of equal pixels become for the language model. */
    public static final String PROJECTION_CONSTANT = "projection_constant";

    /** Logits of the token after some tokens, no picture before them. */
    public static final String NEXT_TOKEN_LOGITS = "next_token_logits";

    private static final List<String> OF_TOKENS = List.of(TEXT_FEATURES, NEXT_TOKEN_LOGITS);

    /**
     * A checked check.
     *
     * @throws IllegalArgumentException when the input or the expected elements are missing
     */
    public ReferenceCheck {
      ids = List.copyOf(ids);
      expected = List.copyOf(expected);
      require(kind != null && !kind.isEmpty(), "a check of the reference has no kind");
      require(from >= 0, "the check " + kind + " begins at element " + from);
      require(!expected.isEmpty(), "the check " + kind + " expects no element");
      require(!OF_TOKENS.contains(kind) || !ids.isEmpty(), "the check " + kind + " has no ids");
    }
  }

  /**
   * Whether a path is relative and stays within the folder: parts of letters, digits and the like,
   * none of them empty, {@code .} or {@code ..}.
   */
  public static boolean isPath(String path) {
    if (path == null || path.isEmpty() || path.length() > 10 * LONGEST_NAME) {
      return false;
    }
    int start = 0;
    for (int i = 0; i <= path.length(); i++) {
      char c = i == path.length() ? '/' : path.charAt(i);
      if (c == '/') {
        String part = path.substring(start, i);
        if (part.isEmpty() || part.equals(".") || part.equals("..")) {
          return false;
        }
        start = i + 1;
      } else if (c <= ' ' || c == 0x7f || "\\:?#%\"*<>|".indexOf(c) >= 0) {
        return false;
      }
    }
    return true;
  }

  /** Whether a text can name a model: letters, digits, {@code - _ .}, no dot at its beginning. */
  public static boolean isName(String name) {
    if (name == null || name.isEmpty() || name.length() > LONGEST_NAME || name.charAt(0) == '.') {
      return false;
    }
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      boolean allowed =
          (c >= 'a' && c <= 'z')
              || (c >= 'A' && c <= 'Z')
              || (c >= '0' && c <= '9')
              || "-_.".indexOf(c) >= 0;
      if (!allowed) {
        return false;
      }
    }
    return true;
  }

  private static boolean hasFile(List<ModelFile> files, String path) {
    for (ModelFile file : files) {
      if (file.path().equals(path)) {
        return true;
      }
    }
    return false;
  }

  private static Map<String, List<Double>> copyOf(Map<String, List<Double>> config) {
    Map<String, List<Double>> copy = new LinkedHashMap<>();
    for (Map.Entry<String, List<Double>> entry : config.entrySet()) {
      copy.put(entry.getKey(), List.copyOf(entry.getValue()));
    }
    return Map.copyOf(copy);
  }

  private static void checkEntry(String path, long bytes, String sha256) {
    require(
        isPath(path),
        "\"" + path + "\" is no path within a model folder: relative, with / and without ..");
    require(bytes >= 0, path + " has " + bytes + " bytes");
    boolean hexadecimal = sha256 != null && sha256.length() == HASH_DIGITS;
    for (int i = 0; hexadecimal && i < HASH_DIGITS; i++) {
      hexadecimal = "0123456789abcdef".indexOf(sha256.charAt(i)) >= 0;
    }
    require(
        hexadecimal,
        "the SHA-256 of " + path + " is not of 64 lower-case hexadecimal digits: " + sha256);
  }

  private static void require(boolean holds, String otherwise) {
    if (!holds) {
      throw new IllegalArgumentException("model manifest: " + otherwise);
    }
  }
}
