package mirador.models.checkpoint;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import mirador.models.pytorch.PytorchFile;
import mirador.models.safetensors.SafetensorsFile;
import mirador.models.weights.Weights;
import mirador.models.weights.WeightsException;

/**
 * A model as Hugging Face's {@code save_pretrained} writes it.
 *
 * @param folder where it lies
 * @param config {@code config.json}
 * @param weights all tensors
 */
public record Checkpoint(Path folder, ConfigJson config, Weights weights) implements AutoCloseable {
  /**
   * Opens a folder: {@code model.safetensors}, else {@code model.safetensors.index.json} and its
   * shards, else {@code pytorch_model.bin} or its index and shards.
   *
   * @throws WeightsException when something is missing or damaged
   */
  public static Checkpoint open(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      throw new WeightsException("there is no folder " + folder);
    }
    return new Checkpoint(
        folder, ConfigJson.open(folder.resolve("config.json")), openWeights(folder));
  }

  private static Weights openWeights(Path folder) throws IOException {
    Path safetensors = folder.resolve("model.safetensors");
    if (Files.exists(safetensors)) {
      return SafetensorsFile.open(safetensors);
    }
    Path index = folder.resolve("model.safetensors.index.json");
    if (Files.exists(index)) {
      return ShardedWeights.open(index, SafetensorsFile::open);
    }
    Path pytorch = folder.resolve("pytorch_model.bin");
    if (Files.exists(pytorch)) {
      return PytorchFile.open(pytorch);
    }
    Path pytorchIndex = folder.resolve("pytorch_model.bin.index.json");
    if (Files.exists(pytorchIndex)) {
      return ShardedWeights.open(pytorchIndex, PytorchFile::open);
    }
    throw new WeightsException(
        folder + " has no weights: no model.safetensors, no pytorch_model.bin, no index of either");
  }

  @Override
  public void close() throws IOException {
    weights.close();
  }
}
