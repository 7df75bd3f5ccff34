package mirador.concepts.image;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import mirador.concepts.HfFixtures;
import mirador.concepts.Safetensors;
import mirador.concepts.tensor.FloatTensor;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * What the image processors of CLIP and BLIP-2 in Hugging Face transformers made of pictures, to
 * the last bit. Another folder of fixtures may be named by {@code -Dfixtures.dir=DIR}.
 */
class HfPreprocessConformanceTest {
  private static Path folder;
  private static JsonNode preprocess;
  private static Safetensors expectedBytes;
  private static Safetensors expectedFloats;

  /** A picture and the processor that it went through. */
  private record Case(String name, JsonNode expected) {
    Preprocessing preprocessing() {
      int size = expected.get("shape").get(2).intValue();
      String processor = name.substring(name.lastIndexOf('.') + 1);
      Preprocessing steps =
          switch (processor) {
            case "clip" -> Preprocessing.clip(size);
            case "blip2" -> Preprocessing.blip2(size);
            default -> throw new AssertionError("no such processor: " + name);
          };
      return steps.normalising(doubles(preprocess.get("mean")), doubles(preprocess.get("std")));
    }

    Picture picture() throws IOException {
      return read(folder.resolve(name.substring(0, name.lastIndexOf('.')) + ".png"));
    }
  }

  @BeforeAll
  static void readFixtures() throws IOException {
    folder = HfFixtures.folder("preprocess");
    preprocess = HfFixtures.json(folder.resolve("preprocess.json"));
    expectedBytes = new Safetensors(folder.resolve("expected_u8.safetensors"));
    expectedFloats = new Safetensors(folder.resolve("expected_float.safetensors"));
  }

  @Test
  void theBytesAreExact() throws IOException {
    List<String> compared = new ArrayList<>();
    for (Case each : cases()) {
      Picture prepared = each.preprocessing().prepared(each.picture());
      String name = each.name() + ".u8";
      assertArrayEquals(expectedBytes.bytes(name), planes(prepared), each.name());
      compared.add(name);
    }
    expectedBytes.names().forEach(name -> assertTrue(compared.contains(name), name));
  }

  @Test
  void theFloatsAreEqual() throws IOException {
    List<String> compared = new ArrayList<>();
    for (Case each : cases()) {
      FloatTensor values = each.preprocessing().pixelValues(List.of(each.picture())).slice(0);
      JsonNode expected = each.expected();
      for (int axis = 0; axis < 3; axis++) {
        assertEquals(expected.get("shape").get(axis).intValue(), values.shape().size(axis));
      }
      double sum = 0;
      float min = Float.MAX_VALUE;
      float max = -Float.MAX_VALUE;
      for (float value : values.values()) {
        sum += value;
        min = Math.min(min, value);
        max = Math.max(max, value);
      }
      assertEquals(expected.get("min").floatValue(), min, each.name());
      assertEquals(expected.get("max").floatValue(), max, each.name());
      assertEquals(
          expected.get("mean").doubleValue(), sum / values.values().length, 1e-6, each.name());
      assertFalse(expected.get("samples").isEmpty(), each.name());
      for (JsonNode sample : expected.get("samples")) {
        int size = values.shape().size(2);
        int at =
            (sample.get(0).intValue() * size + sample.get(1).intValue()) * size
                + sample.get(2).intValue();
        assertEquals(sample.get(3).floatValue(), values.values()[at], each.name() + sample);
      }
      String name = each.name() + ".pixel_values";
      for (String known : expectedFloats.names()) {
        if (known.equals(name)) {
          assertArrayEquals(expectedFloats.floats(name), values.values(), name);
          compared.add(name);
        }
      }
    }
    assertFalse(compared.isEmpty());
    expectedFloats.names().forEach(name -> assertTrue(compared.contains(name), name));
  }

  @Test
  void theWindowLiesWhereTheProcessorsPutIt() throws IOException {
    for (Case each : cases()) {
      JsonNode resized = each.expected().get("resized_hw");
      if (resized != null) {
        int width = each.expected().get("input_wh").get(0).intValue();
        int height = each.expected().get("input_wh").get(1).intValue();
        BicubicResize.Window window = each.preprocessing().window(width, height);
        assertEquals(resized.get(0).intValue(), window.fullHeight(), each.name());
        assertEquals(resized.get(1).intValue(), window.fullWidth(), each.name());
      }
    }
    assertFalse(preprocess.get("plain_pil_check").isEmpty());
    for (Map.Entry<String, JsonNode> each : preprocess.get("plain_pil_check").properties()) {
      Picture picture = read(folder.resolve(each.getKey() + ".png"));
      BicubicResize.Window window =
          Preprocessing.clip(224).window(picture.width(), picture.height());
      JsonNode offset = each.getValue().get("crop_floor");
      assertEquals(offset.get(0).intValue(), window.left(), each.getKey());
      assertEquals(offset.get(1).intValue(), window.top(), each.getKey());
    }
  }

  private static List<Case> cases() {
    List<Case> cases = new ArrayList<>();
    for (Map.Entry<String, JsonNode> entry : preprocess.get("cases").properties()) {
      cases.add(new Case(entry.getKey(), entry.getValue()));
    }
    assertFalse(cases.isEmpty(), "no case in " + folder);
    return cases;
  }

  private static List<Double> doubles(JsonNode array) {
    List<Double> doubles = new ArrayList<>();
    array.forEach(number -> doubles.add(number.doubleValue()));
    return doubles;
  }

  private static Picture read(Path file) throws IOException {
    BufferedImage image = ImageIO.read(file.toFile());
    byte[] rgb = new byte[image.getWidth() * image.getHeight() * Picture.CHANNELS];
    int at = 0;
    for (int y = 0; y < image.getHeight(); y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        int pixel = image.getRGB(x, y);
        rgb[at++] = (byte) (pixel >> 16);
        rgb[at++] = (byte) (pixel >> 8);
        rgb[at++] = (byte) pixel;
      }
    }
    return new Picture(image.getWidth(), image.getHeight(), rgb);
  }

  /** (height, width, 3) as (3, height, width). */
  private static byte[] planes(Picture picture) {
    int plane = picture.width() * picture.height();
    byte[] planes = new byte[plane * Picture.CHANNELS];
    for (int i = 0; i < planes.length; i++) {
      planes[i] = picture.rgb()[i % plane * Picture.CHANNELS + i / plane];
    }
    return planes;
  }
}
