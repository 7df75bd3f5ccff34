package mirador.models.safetensors;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import mirador.concepts.tensor.Shape;
import mirador.models.safetensors.SafetensorsFile.Entry;
import mirador.models.weights.Dtype;
import mirador.models.weights.WeightInfo;
import mirador.models.weights.WeightsException;

/** Reads the header of a safetensors file and checks every number in it against the file's size. */
final class SafetensorsHeader {
  /** A header of 100 000 tensors is smaller. */
  private static final int MAX_HEADER = 16 << 20;

  private static final int LENGTH_BYTES = 8;
  private static final int MAX_RANK = 16;
  private static final JsonMapper JSON =
      JsonMapper.builder(
              JsonFactory.builder()
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(4)
                          .maxNumberLength(20)
                          .build())
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private final Path path;
  private final FileChannel channel;

  SafetensorsHeader(Path path, FileChannel channel) {
    this.path = path;
    this.channel = channel;
  }

  /** The tensors in the order of their bytes. */
  Map<String, Entry> entries() throws IOException {
    long size = channel.size();
    if (size < LENGTH_BYTES) {
      throw wrong("has " + size + " bytes, too few for a header");
    }
    long length = read(0, LENGTH_BYTES).getLong();
    if (length < 2 || length > MAX_HEADER || length > size - LENGTH_BYTES) {
      throw wrong(
          "tells of a header of "
              + Long.toUnsignedString(length)
              + " bytes in a file of "
              + size
              + ": it is cut off or no safetensors file");
    }
    long start = LENGTH_BYTES + length;
    JsonNode header = parse(read(LENGTH_BYTES, (int) length).array());
    List<Entry> entries = new ArrayList<>();
    for (Map.Entry<String, JsonNode> field : header.properties()) {
      if (!field.getKey().equals("__metadata__")) {
        entries.add(entry(field.getKey(), field.getValue(), start, size));
      }
    }
    entries.sort(Comparator.comparingLong(Entry::offset).thenComparing(e -> e.info().bytes()));
    checkEveryByteBelongsToOne(entries, start, size);
    Map<String, Entry> byName = new LinkedHashMap<>();
    for (Entry entry : entries) {
      byName.put(entry.info().name(), entry);
    }
    return byName;
  }

  private ByteBuffer read(long position, int count) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(count).order(ByteOrder.LITTLE_ENDIAN);
    while (buffer.hasRemaining()) {
      if (channel.read(buffer, position + buffer.position()) < 0) {
        throw wrong("ends within its header");
      }
    }
    return buffer.flip();
  }

  private JsonNode parse(byte[] text) throws IOException {
    if (text[0] != '{') {
      throw wrong("has no JSON object as its header");
    }
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException failure) {
      throw new WeightsException(
          path + " has a header that is no JSON: " + failure.getOriginalMessage(), failure);
    }
  }

  private Entry entry(String name, JsonNode node, long start, long size) throws WeightsException {
    JsonNode offsets = node.path("data_offsets");
    if (offsets.size() != 2 || !isOffset(offsets.get(0)) || !isOffset(offsets.get(1))) {
      throw wrong("gives " + name + " no byte range: " + brief(node));
    }
    long from = offsets.get(0).longValue();
    long to = offsets.get(1).longValue();
    if (from > to || to > size - start) {
      throw wrong(
          "puts "
              + name
              + " at the bytes "
              + from
              + " to "
              + to
              + ", but holds "
              + (size - start)
              + ": it is cut off or damaged");
    }
    WeightInfo info = new WeightInfo(name, dtype(name, node), shape(name, node.path("shape")));
    if (info.bytes() != to - from) {
      throw wrong(
          "gives "
              + name
              + ", "
              + info.dtype()
              + info.shape()
              + ", "
              + (to - from)
              + " bytes instead of "
              + info.bytes());
    }
    return new Entry(info, start + from);
  }

  private static boolean isOffset(JsonNode node) {
    return node.isIntegralNumber() && node.canConvertToLong() && node.longValue() >= 0;
  }

  private Dtype dtype(String name, JsonNode node) throws WeightsException {
    String dtype = node.path("dtype").asText();
    for (Dtype known : Dtype.values()) {
      if (known.name().equals(dtype)) {
        return known;
      }
    }
    throw wrong("stores " + name + " as \"" + dtype + "\"; known are " + List.of(Dtype.values()));
  }

  private Shape shape(String name, JsonNode node) throws WeightsException {
    if (!node.isArray() || node.size() > MAX_RANK) {
      throw wrong("gives " + name + " no shape: " + brief(node));
    }
    int[] sizes = new int[node.size()];
    for (int i = 0; i < sizes.length; i++) {
      JsonNode axis = node.get(i);
      if (!axis.isIntegralNumber() || !axis.canConvertToInt()) {
        throw wrong("gives " + name + " the shape " + brief(node));
      }
      sizes[i] = axis.intValue();
    }
    try {
      return Shape.of(sizes);
    } catch (IllegalArgumentException failure) {
      throw new WeightsException(path + ", tensor " + name + ": " + failure.getMessage(), failure);
    }
  }

  private void checkEveryByteBelongsToOne(List<Entry> entries, long start, long size)
      throws WeightsException {
    long end = start;
    for (Entry entry : entries) {
      if (entry.offset() != end) {
        throw wrong(
            entry.offset() < end
                ? "lays " + entry.info().name() + " over another tensor"
                : "has bytes of no tensor before " + entry.info().name());
      }
      end += entry.info().bytes();
    }
    if (end != size) {
      throw wrong("has " + (size - end) + " bytes of no tensor at its end");
    }
  }

  private static String brief(JsonNode node) {
    String text = node.toString();
    return text.length() <= 100 ? text : text.substring(0, 100) + "…";
  }

  private WeightsException wrong(String what) {
    return new WeightsException(path + " " + what);
  }
}
