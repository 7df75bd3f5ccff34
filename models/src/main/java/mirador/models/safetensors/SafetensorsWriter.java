package mirador.models.safetensors;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.DoubleSupplier;
import mirador.concepts.tensor.FloatTensor;
import mirador.concepts.tensor.LongTensor;
import mirador.concepts.tensor.Shape;
import mirador.models.weights.Dtype;
import mirador.models.weights.WeightInfo;

/** Writes a safetensors file; numbers are asked for one after the other as they are written. */
public final class SafetensorsWriter {
  private static final int CHUNK = 1 << 16;
  private static final int ALIGNMENT = 8;

  private final Map<String, Part> parts = new LinkedHashMap<>();

  private record Part(WeightInfo info, Numbers numbers) {}

  /** Appends the next number of a tensor to a buffer. */
  @FunctionalInterface
  private interface Numbers {
    void putNext(ByteBuffer buffer);
  }

  /**
   * Adds a tensor.
   *
   * @param next gives its numbers, row by row, when the file is written
   */
  public SafetensorsWriter add(String name, Dtype dtype, Shape shape, DoubleSupplier next) {
    return add(new WeightInfo(name, dtype, shape), out -> dtype.put(out, next.getAsDouble()));
  }

  /** Adds a tensor as F32. */
  public SafetensorsWriter add(String name, FloatTensor tensor) {
    int[] at = {0};
    return add(name, Dtype.F32, tensor.shape(), () -> tensor.values()[at[0]++]);
  }

  /** Adds a tensor as I64. */
  public SafetensorsWriter add(String name, LongTensor tensor) {
    int[] at = {0};
    return add(
        new WeightInfo(name, Dtype.I64, tensor.shape()),
        out -> out.putLong(tensor.values()[at[0]++]));
  }

  private SafetensorsWriter add(WeightInfo info, Numbers numbers) {
    if (parts.put(info.name(), new Part(info, numbers)) != null) {
      throw new IllegalArgumentException(info.name() + " is there twice");
    }
    return this;
  }

  /** Writes the file, under another name until it is whole. */
  public void write(Path path) throws IOException {
    Path unfinished = path.resolveSibling(path.getFileName() + ".part");
    try (OutputStream out = Files.newOutputStream(unfinished)) {
      byte[] header = header();
      out.write(
          ByteBuffer.allocate(ALIGNMENT)
              .order(ByteOrder.LITTLE_ENDIAN)
              .putLong(header.length)
              .array());
      out.write(header);
      for (Part part : parts.values()) {
        write(part, out);
      }
    }
    Files.move(unfinished, path, StandardCopyOption.REPLACE_EXISTING);
  }

  private byte[] header() throws IOException {
    JsonMapper json = new JsonMapper();
    ObjectNode header = json.createObjectNode();
    header.putObject("__metadata__").put("format", "pt");
    long offset = 0;
    for (Part part : parts.values()) {
      WeightInfo info = part.info();
      ObjectNode entry = header.putObject(info.name());
      entry.put("dtype", info.dtype().name());
      entry.set("shape", json.valueToTree(info.shape().toArray()));
      entry.putArray("data_offsets").add(offset).add(offset += info.bytes());
    }
    byte[] text = json.writeValueAsBytes(header);
    byte[] padded = new byte[(text.length + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT];
    Arrays.fill(padded, (byte) ' ');
    System.arraycopy(text, 0, padded, 0, text.length);
    return padded;
  }

  private static void write(Part part, OutputStream out) throws IOException {
    int bytes = part.info().dtype().bytes();
    ByteBuffer buffer = ByteBuffer.allocate(CHUNK * bytes).order(ByteOrder.LITTLE_ENDIAN);
    for (int left = part.info().shape().elements(); left > 0; ) {
      int count = Math.min(CHUNK, left);
      for (int i = 0; i < count; i++) {
        part.numbers().putNext(buffer);
      }
      out.write(buffer.array(), 0, buffer.position());
      buffer.clear();
      left -= count;
    }
  }
}
