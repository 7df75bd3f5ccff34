package mirador.models.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import mirador.concepts.clip.ClipModel;
import mirador.concepts.clip.Embeddings;
import mirador.concepts.image.Picture;
import mirador.concepts.tensor.FloatTensor;
import mirador.models.clip.ClipFolder;

/**
 * CLIP's image encoder on native ONNX Runtime, for {@code ./mirador bench clip}. It first writes
 * what the others are compared with, then embeds the picture once for each line that it reads and
 * answers with a line of two times in milliseconds: from the pixels to the embedding, and the
 * graph's run alone.
 */
public final class TimedClip {
  private TimedClip() {}

  /**
   * Runs until its input ends.
   *
   * @param args model folder; threads; file of a picture's bytes, (height, width, 3); its width;
   *     its height; files to write as 32-bit floats, little-endian: the embedding, of length 1, and
   *     the values that go into the graph
   */
  public static void main(String[] args) throws IOException {
    Path folder = Path.of(args[0]);
    int threads = Integer.parseInt(args[1]);
    Picture picture =
        new Picture(
            Integer.parseInt(args[3]),
            Integer.parseInt(args[4]),
            Files.readAllBytes(Path.of(args[2])));
    try (ClipFolder clip = ClipFolder.open(folder, threads);
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
      ClipModel model = clip.model();
      write(Path.of(args[5]), model.imageEmbeddings(List.of(picture)));
      write(Path.of(args[6]), model.preprocessing().pixelValues(List.of(picture)));
      System.out.println("ready");
      while (lines.readLine() != null) {
        long start = System.nanoTime();
        FloatTensor pixels = model.preprocessing().pixelValues(List.of(picture));
        long ready = System.nanoTime();
        FloatTensor features = model.encoders().imageFeatures(pixels);
        long ran = System.nanoTime();
        Embeddings.normalised(features);
        long end = System.nanoTime();
        System.out.println((end - start) / 1e6 + " " + (ran - ready) / 1e6);
      }
    }
  }

  private static void write(Path file, FloatTensor tensor) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(Float.BYTES * tensor.values().length);
    bytes.order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().put(tensor.values());
    Files.write(file, bytes.array());
  }
}
