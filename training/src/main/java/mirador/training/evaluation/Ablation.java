package mirador.training.evaluation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import mirador.concepts.image.Picture;
import mirador.models.folder.Folders;
import mirador.models.safetensors.SafetensorsFile;
import mirador.models.safetensors.SafetensorsWriter;
import mirador.models.weights.Dtype;
import mirador.models.weights.ElementReader;
import mirador.training.scenes.SplitMix64;

/** What a model loses without one of its parts. */
public final class Ablation {
  private static final int ORDER = 42;
  private static final String WEIGHTS = "model.safetensors";

  private Ablation() {}

  /** The pictures with their patches in another order, each in its own. */
  public static List<Picture> shuffled(List<Picture> pictures, int patch) {
    List<Picture> shuffled = new ArrayList<>();
    for (Picture picture : pictures) {
      shuffled.add(shuffled(picture, patch, SplitMix64.forPart(shuffled.size(), ORDER)));
    }
    return shuffled;
  }

  private static Picture shuffled(Picture picture, int patch, SplitMix64 random) {
    int across = picture.width() / patch;
    int[] order = new int[across * (picture.height() / patch)];
    for (int i = 0; i < order.length; i++) {
      int other = random.below(i + 1); // Fisher and Yates, inside out
      order[i] = order[other];
      order[other] = i;
    }
    byte[] rgb = new byte[picture.rgb().length];
    for (int to = 0; to < order.length; to++) {
      for (int y = 0; y < patch; y++) {
        System.arraycopy(
            picture.rgb(),
            at(order[to], y, across, patch),
            rgb,
            at(to, y, across, patch),
            Picture.CHANNELS * patch);
      }
    }
    return new Picture(picture.width(), picture.height(), rgb);
  }

  private static int at(int index, int y, int across, int patch) {
    int row = index / across * patch + y;
    int column = index % across * patch;
    return Picture.CHANNELS * (row * across * patch + column);
  }

  /** Each scene gets the picture of the next one. */
  public static List<Picture> exchanged(List<Picture> pictures) {
    List<Picture> exchanged = new ArrayList<>(pictures.subList(1, pictures.size()));
    exchanged.add(pictures.get(0));
    return exchanged;
  }

  /** Copies a model of Hugging Face's layout, with some weights zero. */
  public static void without(Path from, Path to, Predicate<String> zero) throws IOException {
    Files.createDirectories(to);
    for (Path file : Folders.files(from)) {
      if (!file.getFileName().toString().equals(WEIGHTS)) {
        Files.copy(file, to.resolve(file.getFileName().toString()));
      }
    }
    try (SafetensorsFile weights = SafetensorsFile.open(from.resolve(WEIGHTS))) {
      SafetensorsWriter writer = new SafetensorsWriter();
      for (String name : weights.names()) {
        ElementReader reader = weights.open(name);
        float[] numbers = new float[reader.remaining()];
        if (!zero.test(name)) {
          reader.read(numbers);
        }
        int[] at = {0};
        writer.add(name, Dtype.F32, weights.info(name).shape(), () -> numbers[at[0]++]);
      }
      writer.write(to.resolve(WEIGHTS));
    }
  }
}
