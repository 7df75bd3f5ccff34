package mirador.models.pytorch;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import mirador.models.weights.WeightInfo;
import mirador.models.weights.Weights;

/** Writes pickles instruction by instruction, and archives around them. */
public final class PickleBytes {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  PickleBytes() {
    code(0x80, 2);
  }

  PickleBytes code(int... bytes) {
    for (int b : bytes) {
      out.write(b);
    }
    return this;
  }

  PickleBytes global(String module, String name) {
    out.writeBytes(("c" + module + "\n" + name + "\n").getBytes(StandardCharsets.UTF_8));
    return this;
  }

  PickleBytes text(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    out.write('X');
    little(bytes.length);
    out.writeBytes(bytes);
    return this;
  }

  PickleBytes number(int number) {
    out.write('J');
    little(number);
    return this;
  }

  PickleBytes tuple(int... numbers) {
    out.write('(');
    for (int number : numbers) {
      number(number);
    }
    out.write('t');
    return this;
  }

  /** A tensor of floats that fills its storage. */
  PickleBytes tensor(String key, int elements, int[] sizes, int[] strides) {
    global("torch._utils", "_rebuild_tensor_v2").code('(', '(');
    text("storage").global("torch", "FloatStorage").text(key).text("cpu").number(elements);
    code('t', 'Q').number(0).tuple(sizes).tuple(strides);
    return code(0x89).global("collections", "OrderedDict").code(')', 'R', 't', 'R');
  }

  PickleBytes little(int number) {
    byte[] bytes =
        ByteBuffer.allocate(Integer.BYTES).order(ByteOrder.LITTLE_ENDIAN).putInt(number).array();
    out.writeBytes(bytes);
    return this;
  }

  byte[] stop() {
    return code('.').out.toByteArray();
  }

  static void archive(Path file, byte[] pickle, Map<String, byte[]> storages) throws IOException {
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      store(zip, "archive/data.pkl", pickle);
      for (Map.Entry<String, byte[]> storage : storages.entrySet()) {
        store(zip, "archive/data/" + storage.getKey(), storage.getValue());
      }
    }
  }

  /** The same weights as {@code pytorch_model.bin}, all as floats. */
  public static void convert(Weights weights, Path file) throws IOException {
    PickleBytes pickle = new PickleBytes().code('}', '(');
    Map<String, byte[]> storages = new LinkedHashMap<>();
    for (String name : weights.names()) {
      WeightInfo info = weights.info(name);
      int[] sizes = info.shape().toArray();
      int[] strides = new int[sizes.length];
      for (int axis = sizes.length - 1, step = 1; axis >= 0; step *= sizes[axis--]) {
        strides[axis] = step;
      }
      String key = Integer.toString(storages.size());
      pickle.text(name).tensor(key, info.shape().elements(), sizes, strides);
      storages.put(key, bytes(weights.floats(name).values()));
    }
    archive(file, pickle.code('u').stop(), storages);
  }

  static byte[] bytes(float... values) {
    ByteBuffer buffer =
        ByteBuffer.allocate(Float.BYTES * values.length).order(ByteOrder.LITTLE_ENDIAN);
    buffer.asFloatBuffer().put(values);
    return buffer.array();
  }

  private static void store(ZipOutputStream zip, String name, byte[] bytes) {
    CRC32 crc = new CRC32();
    crc.update(bytes);
    ZipEntry entry = new ZipEntry(name);
    entry.setMethod(ZipEntry.STORED);
    entry.setSize(bytes.length);
    entry.setCrc(crc.getValue());
    try {
      zip.putNextEntry(entry);
      zip.write(bytes);
      zip.closeEntry();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
