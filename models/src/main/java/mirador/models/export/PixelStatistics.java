package mirador.models.export;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import mirador.concepts.image.Preprocessing;
import mirador.models.checkpoint.ConfigJson;
import mirador.models.weights.WeightsException;

/** What pixels are normalised by: mean and standard deviation of red, green and blue. */
public record PixelStatistics(List<Double> mean, List<Double> std) {
  private static final int BICUBIC = 3;

  /**
   * Those of {@code preprocessor_config.json}; CLIP's own where the folder has none.
   *
   * @throws WeightsException when the file asks for pictures that this code does not make
   */
  public static PixelStatistics of(Path folder) throws IOException {
    List<Double> mean = Preprocessing.CLIP_MEAN;
    List<Double> std = Preprocessing.CLIP_STD;
    Path file = folder.resolve("preprocessor_config.json");
    if (!Files.exists(file)) {
      return new PixelStatistics(mean, std);
    }
    ConfigJson preprocessor = ConfigJson.open(file);
    if (preprocessor.integer("resample", BICUBIC) != BICUBIC) {
      throw new WeightsException(file + " asks for another filter than bicubic (resample 3)");
    }
    return new PixelStatistics(
        preprocessor.numbers("image_mean", mean), preprocessor.numbers("image_std", std));
  }
}
