package mirador.models.checkpoint;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import mirador.models.weights.ElementReader;
import mirador.models.weights.WeightInfo;
import mirador.models.weights.Weights;
import mirador.models.weights.WeightsException;

/** Weights in several files, with an index that tells which one holds which tensor. */
final class ShardedWeights implements Weights {
  private final Path index;
  private final Map<String, Weights> shards = new LinkedHashMap<>(); // file name -> its tensors
  private final Map<String, Weights> holders = new LinkedHashMap<>(); // tensor -> its shard

  private ShardedWeights(Path index) {
    this.index = index;
  }

  /** Opens one file of weights. */
  @FunctionalInterface
  interface Opener {
    Weights open(Path file) throws IOException;
  }

  /**
   * Opens all files that an index names.
   *
   * @throws WeightsException when the index is none, names a file outside its folder or a file that
   *     is missing, or a file lacks a tensor
   */
  static ShardedWeights open(Path index, Opener opener) throws IOException {
    ShardedWeights weights = new ShardedWeights(index);
    try {
      JsonNode map = ConfigJson.read(index).path("weight_map");
      if (!map.isObject()) {
        throw new WeightsException(index + " has no weight_map");
      }
      for (Map.Entry<String, JsonNode> entry : map.properties()) {
        weights.add(entry.getKey(), entry.getValue().asText(), opener);
      }
      return weights;
    } catch (IOException | RuntimeException failure) {
      weights.close();
      throw failure;
    }
  }

  private void add(String tensor, String file, Opener opener) throws IOException {
    Weights shard = shards.get(file);
    if (shard == null) {
      if (file.isEmpty() || file.startsWith(".") || file.contains("/") || file.contains("\\")) {
        throw new WeightsException(index + " names \"" + file + "\", no file of its folder");
      }
      Path path = index.resolveSibling(file);
      if (!Files.isRegularFile(path)) {
        throw new WeightsException(index + " names " + file + ", which is missing");
      }
      shard = opener.open(path);
      shards.put(file, shard);
    }
    if (!shard.names().contains(tensor)) {
      throw new WeightsException(index + " looks for " + tensor + " in " + file + ": not there");
    }
    holders.put(tensor, shard);
  }

  @Override
  public Set<String> names() {
    return Collections.unmodifiableSet(holders.keySet());
  }

  @Override
  public WeightInfo info(String name) throws WeightsException {
    return holder(name).info(name);
  }

  @Override
  public ElementReader open(String name) throws IOException {
    return holder(name).open(name);
  }

  private Weights holder(String name) throws WeightsException {
    Weights shard = holders.get(name);
    if (shard == null) {
      throw new WeightsException(index + " has no tensor " + name);
    }
    return shard;
  }

  @Override
  public void close() throws IOException {
    for (Weights shard : shards.values()) {
      shard.close();
    }
  }
}
