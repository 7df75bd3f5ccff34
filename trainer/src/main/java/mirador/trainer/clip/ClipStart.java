package mirador.trainer.clip;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import mirador.models.safetensors.SafetensorsFile;
import mirador.models.weights.ElementReader;
import mirador.trainer.nn.Parameters;

/**
 * Begins a training with the weights of a CLIP that was trained on coarser pictures: what it has
 * learnt of texts stays, and what its vision tower knows of places is stretched over the finer grid
 * (as Dosovitskiy et al. 2021, section 3.2, do before training at a higher resolution).
 */
public final class ClipStart {
  private static final String EMBEDDINGS = "vision_model.embeddings.";
  private static final String PLACES = EMBEDDINGS + "position_embedding.weight";
  private static final String PATCHES = EMBEDDINGS + "patch_embedding.weight";
  private static final String WEIGHTS = "model.safetensors";

  private ClipStart() {}

  /**
   * Takes over all weights.
   *
   * @param folder of the trained CLIP
   * @param vocab token ids of the network's tokenizer
   * @throws IOException when it has other widths, layers or tokens
   */
  public static void from(Path folder, ClipNetwork network, Map<String, Integer> vocab)
      throws IOException {
    Map<String, Integer> known =
        new JsonMapper()
            .readValue(
                Files.readAllBytes(folder.resolve("vocab.json")),
                new TypeReference<Map<String, Integer>>() {});
    if (!known.equals(vocab)) {
      throw new IOException(
          folder + " has " + known.size() + " tokens, not the same " + vocab.size());
    }
    JsonNode vision =
        new JsonMapper()
            .readTree(Files.readAllBytes(folder.resolve("config.json")))
            .path("vision_config");
    int patch = vision.path("patch_size").asInt();
    int across = vision.path("image_size").asInt() / patch;
    Parameters parameters = network.parameters();
    Path weights = folder.resolve(WEIGHTS);
    parameters.load(weights, name -> !name.equals(PLACES) && !name.equals(PATCHES), name -> name);
    ClipSizes sizes = network.sizes();
    try (SafetensorsFile file = SafetensorsFile.open(weights)) {
      places(read(file, PLACES), across, parameters.parameter(PLACES), sizes);
      patches(read(file, PATCHES), patch, parameters.parameter(PATCHES), sizes);
    }
  }

  /** (1 + across², width) to as many rows as the finer grid has. */
  private static void places(float[] from, int across, Parameters.Parameter to, ClipSizes sizes) {
    int width = sizes.visionWidth();
    int finer = sizes.image() / sizes.patch();
    float[] values = to.values();
    System.arraycopy(from, 0, values, 0, width);
    for (int row = 0; row < finer; row++) {
      for (int column = 0; column < finer; column++) {
        for (int i = 0; i < width; i++) {
          double y = at(row, finer, across);
          double x = at(column, finer, across);
          values[(1 + row * finer + column) * width + i] =
              (float) mixed(from, width + i, across, width, y, x);
        }
      }
    }
    to.push();
  }

  /** (width, 3, side, side) to patches of another side, the sum over a patch staying alike. */
  private static void patches(float[] from, int side, Parameters.Parameter to, ClipSizes sizes) {
    int other = sizes.patch();
    double more = (double) side * side / (other * other);
    float[] values = to.values();
    for (int plane = 0; plane < 3 * sizes.visionWidth(); plane++) {
      for (int row = 0; row < other; row++) {
        for (int column = 0; column < other; column++) {
          double y = at(row, other, side);
          double x = at(column, other, side);
          values[(plane * other + row) * other + column] =
              (float) (more * mixed(from, plane * side * side, side, 1, y, x));
        }
      }
    }
    to.push();
  }

  /** Where the middle of a cell of one grid lies in another, within its outer middles. */
  private static double at(int cell, int of, int in) {
    return Math.max(0, Math.min(in - 1.0, (cell + 0.5) * in / of - 0.5));
  }

  /** Bilinear: the four numbers around a place of a square grid that begins at an offset. */
  private static double mixed(float[] from, int offset, int side, int stride, double y, double x) {
    int top = (int) y;
    int left = (int) x;
    int bottom = Math.min(side - 1, top + 1);
    int right = Math.min(side - 1, left + 1);
    double down = y - top;
    double across = x - left;
    return (1 - down)
            * ((1 - across) * from[offset + (top * side + left) * stride]
                + across * from[offset + (top * side + right) * stride])
        + down
            * ((1 - across) * from[offset + (bottom * side + left) * stride]
                + across * from[offset + (bottom * side + right) * stride]);
  }

  private static float[] read(SafetensorsFile file, String name) throws IOException {
    ElementReader reader = file.open(name);
    float[] values = new float[Math.toIntExact(reader.remaining())];
    reader.read(values);
    return values;
  }
}
