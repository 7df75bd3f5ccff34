package mirador.models.export;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import mirador.concepts.blip2.Blip2SelfCheck;
import mirador.concepts.tensor.Shape;
import mirador.models.HfFolders;
import mirador.models.blip2.Blip2Folder;
import mirador.models.checkpoint.Checkpoint;
import mirador.models.random.RandomBlip2;
import mirador.models.reference.PlainBlip2;
import mirador.models.weights.Dtype;
import mirador.models.weights.ElementReader;
import mirador.models.weights.WeightInfo;
import mirador.models.weights.Weights;
import mirador.models.weights.WeightsException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * How far logits go astray when the language model's matrices are rounded in one way or another:
 * the ways that the exporter takes are better than those that it could take, on the reference's
 * weights and on weights with outlier channels. Prints the figures of {@code docs/real-models.md}.
 */
class QuantisationQualityTest {
  @TempDir Path temporary;

  @Test
  void onTheReferencesWeights() throws IOException {
    Errors errors = compare("reference", HfFolders.blip2Resource());
    assertTrue(errors.column8 < errors.tensor8, errors.toString());
    // Its widths of 48 and 72 have no blocks of 32.
    assertTrue(errors.block16 < errors.column4, errors.toString());
  }

  @Test
  void onWeightsWithOutlierChannels() throws IOException {
    new RandomBlip2(RandomBlip2.Sizes.small(4, 256), true)
        .write(temporary, 11, Dtype.F32, Long.MAX_VALUE, null);
    Errors errors = compare("outliers", temporary);
    assertTrue(errors.column8 < errors.tensor8, errors.toString());
    assertTrue(errors.block32 < errors.column4, errors.toString());
    assertTrue(errors.searched < errors.block32, errors.toString());
  }

  /** Of logits, in parts of their own deviation. */
  private record Errors(
      double tensor8,
      double column8,
      double column4,
      double block64,
      double block32,
      double block16,
      double searched,
      double int8,
      double q4) {}

  private Errors compare(String title, Path folder) throws IOException {
    try (Checkpoint checkpoint = Checkpoint.open(folder)) {
      Blip2Architecture blip2 = Blip2Architecture.of(checkpoint);
      Study study = new Study(checkpoint.weights(), blip2);
      Errors errors =
          new Errors(
              study.error(Rounding.tensor(8)),
              study.error(Rounding.column(8)),
              study.error(Rounding.column(4)),
              study.error(Rounding.block(4, 64)),
              study.error(Rounding.block(4, 32)),
              study.error(Rounding.block(4, 16)),
              study.error(Rounding.searched()),
              study.error(exported(folder, Variant.INT8)),
              study.error(exported(folder, Variant.Q4)));
      System.out.printf(
          Locale.ROOT,
          "%s, error of logits in %% of their deviation: weights alone in 8 bits per tensor %.2f, per"
              + " column %.2f; in 4 bits per column %.1f, blocks of 64 %.1f, of 32 %.1f, of 16 %.1f,"
              + " of 32 with the nearest scale %.1f; exported int8 %.2f, q4 %.1f%n",
          title,
          100 * errors.tensor8,
          100 * errors.column8,
          100 * errors.column4,
          100 * errors.block64,
          100 * errors.block32,
          100 * errors.block16,
          100 * errors.searched,
          100 * errors.int8,
          100 * errors.q4);
      return errors;
    }
  }

  private Path exported(Path folder, Variant variant) throws IOException {
    Path to = temporary.resolve("exported");
    new Blip2Exporter(
            new Blip2Exporter.Settings(folder, to, List.of(variant), "q", null, "MIT"),
            ExportProgress.SILENT)
        .export();
    return to.resolve(variant.toString());
  }

  /** One way to round the numbers of a row. */
  @FunctionalInterface
  private interface Rounding {
    /**
     * Rounds a matrix in its place.
     *
     * @param matrix (rows, width)
     */
    void apply(float[] matrix, int width);

    static Rounding tensor(int bits) {
      return (matrix, width) -> round(matrix, 0, matrix.length, bits);
    }

    static Rounding column(int bits) {
      return (matrix, width) -> blocks(matrix, width, bits);
    }

    static Rounding block(int bits, int size) {
      return (matrix, width) -> blocks(matrix, width % size == 0 ? size : width, bits);
    }

    /** As the exporter does it. */
    static Rounding searched() {
      return (matrix, width) -> {
        int block = BlockQuantised.blockOf(width);
        if (block > 0) {
          BlockQuantised.round(matrix, block);
        }
      };
    }

    private static void blocks(float[] matrix, int size, int bits) {
      for (int first = 0; first < matrix.length; first += size) {
        round(matrix, first, size, bits);
      }
    }

    private static void round(float[] matrix, int first, int count, int bits) {
      int greatest = (1 << (bits - 1)) - 1;
      float most = 0;
      for (int i = first; i < first + count; i++) {
        most = Math.max(most, Math.abs(matrix[i]));
      }
      float scale = most / greatest;
      for (int i = first; scale > 0 && i < first + count; i++) {
        matrix[i] = Math.round(matrix[i] / scale) * scale;
      }
    }
  }

  /** The language model after some texts, with its matrices as they are or rounded. */
  private static final class Study {
    private static final int TEXTS = 8;
    private static final int TOKENS = 7;

    private final Weights weights;
    private final Blip2Architecture blip2;
    private final List<List<Long>> texts = new ArrayList<>();
    private final List<float[]> exact = new ArrayList<>();

    Study(Weights weights, Blip2Architecture blip2) throws IOException {
      this.weights = weights;
      this.blip2 = blip2;
      Random random = new Random(5);
      PlainBlip2 plain = Blip2Reference.plain(weights, blip2);
      for (int i = 0; i < TEXTS; i++) {
        List<Long> text = new ArrayList<>(List.of((long) blip2.bosTokenId()));
        while (text.size() < TOKENS) {
          text.add((long) random.nextInt(blip2.vocabulary()));
        }
        texts.add(text);
        exact.add(plain.nextTokenLogits(text));
      }
    }

    double error(Rounding rounding) throws IOException {
      PlainBlip2 rounded = Blip2Reference.plain(new Rounded(weights, rounding), blip2);
      List<float[]> logits = new ArrayList<>();
      for (List<Long> text : texts) {
        logits.add(rounded.nextTokenLogits(text));
      }
      return error(logits);
    }

    double error(Path exported) throws IOException {
      List<float[]> logits = new ArrayList<>();
      try (Blip2Folder model = Blip2Folder.open(exported, 1)) {
        for (List<Long> text : texts) {
          logits.add(Blip2SelfCheck.nextTokenLogits(model.language(), text).values());
        }
      }
      return error(logits);
    }

    /** Root mean square of the difference in standard deviations of the exact logits. */
    private double error(List<float[]> logits) {
      double spread = 0;
      double error = 0;
      for (int text = 0; text < TEXTS; text++) {
        float[] is = exact.get(text);
        double mean = 0;
        for (float logit : is) {
          mean += logit / is.length;
        }
        for (int i = 0; i < is.length; i++) {
          spread += (is[i] - mean) * (is[i] - mean);
          error += Math.pow(logits.get(text)[i] - is[i], 2);
        }
      }
      return Math.sqrt(error / spread);
    }
  }

  /** A checkpoint whose matrices of the language model's layers are rounded. */
  private record Rounded(Weights weights, Rounding rounding) implements Weights {
    @Override
    public Set<String> names() {
      return weights.names();
    }

    @Override
    public WeightInfo info(String name) throws WeightsException {
      WeightInfo info = weights.info(name);
      return new WeightInfo(name, Dtype.F32, info.shape());
    }

    @Override
    public ElementReader open(String name) throws IOException {
      Shape shape = weights.info(name).shape();
      if (!name.contains("decoder.layers") || shape.rank() != 2) {
        return weights.open(name);
      }
      float[] numbers = weights.floats(name).values();
      rounding.apply(numbers, shape.size(1));
      ByteBuffer bytes =
          ByteBuffer.allocate(numbers.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
      bytes.asFloatBuffer().put(numbers);
      return new ElementReader(
          info(name),
          count -> {
            ByteBuffer next = bytes.slice(bytes.position(), count);
            bytes.position(bytes.position() + count);
            return next;
          });
    }

    @Override
    public void close() {
      // the checkpoint's owner closes it
    }
  }
}
