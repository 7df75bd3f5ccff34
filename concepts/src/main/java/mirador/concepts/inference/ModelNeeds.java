package mirador.concepts.inference;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What a model needs of a machine, estimated from the sizes of its files. With 8-bit weights on
 * WebAssembly the vision tower of BLIP-2, 1.0 GB, took 2.0 GB of memory, and its language model,
 * 2.7 GB, took 2.6: few tokens beside many weights.
 *
 * @param disk bytes of all files
 * @param workers bytes of memory of each worker that the page runs it in
 */
public record ModelNeeds(long disk, List<Long> workers) {
  private static final String BLIP2 = "blip2";

  public ModelNeeds {
    workers = List.copyOf(workers);
  }

  /** The needs of a model. */
  public static ModelNeeds of(ModelManifest manifest) {
    Map<String, Long> files = new HashMap<>();
    for (ModelManifest.ModelFile file : manifest.files()) {
      files.put(file.path(), file.bytes());
    }
    return of(manifest.architecture(), manifest.graphs(), files);
  }

  /**
   * The needs of a model of which not all is known.
   *
   * @param graphs part of the model -> path of its graph
   * @param files path -> bytes
   */
  public static ModelNeeds of(
      String architecture, Map<String, String> graphs, Map<String, Long> files) {
    long disk = 0;
    for (long bytes : files.values()) {
      disk += bytes;
    }
    List<Long> workers = new ArrayList<>();
    if (architecture.equals(BLIP2)) {
      workers.add(2 * bytes(graphs, files, List.of("vision", "qformer")));
      workers.add(bytes(graphs, files, List.of("embedding", "decoder")));
    } else {
      workers.add(2 * bytes(graphs, files, List.copyOf(graphs.keySet())));
    }
    return new ModelNeeds(disk, workers);
  }

  private static long bytes(
      Map<String, String> graphs, Map<String, Long> files, List<String> parts) {
    long bytes = 0;
    for (String part : parts) {
      String path = graphs.getOrDefault(part, part);
      bytes += files.getOrDefault(path, 0L);
      bytes += files.getOrDefault(ModelManifest.weightsOf(path), 0L);
    }
    return bytes;
  }

  /** Bytes of memory when the workers live one at a time. */
  public long memory() {
    long most = 0;
    for (long bytes : workers) {
      most = Math.max(most, bytes);
    }
    return most;
  }
}
