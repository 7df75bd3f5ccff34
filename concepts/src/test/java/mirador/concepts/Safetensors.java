package mirador.concepts;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** Just enough of the safetensors format to read expected values. */
public final class Safetensors {
  private final Map<String, ByteBuffer> tensors = new TreeMap<>();

  public Safetensors(Path file) throws IOException {
    ByteBuffer all = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
    int header = Math.toIntExact(all.getLong());
    int data = Long.BYTES + header;
    String json = new String(all.array(), Long.BYTES, header, StandardCharsets.UTF_8);
    for (Map.Entry<String, JsonNode> entry : new ObjectMapper().readTree(json).properties()) {
      JsonNode offsets = entry.getValue().get("data_offsets");
      if (offsets != null) {
        int from = offsets.get(0).intValue();
        tensors.put(
            entry.getKey(),
            all.slice(data + from, offsets.get(1).intValue() - from)
                .order(ByteOrder.LITTLE_ENDIAN));
      }
    }
  }

  public Iterable<String> names() {
    return tensors.keySet();
  }

  public byte[] bytes(String name) {
    ByteBuffer in = tensors.get(name).duplicate();
    byte[] bytes = new byte[in.remaining()];
    in.get(bytes);
    return bytes;
  }

  public float[] floats(String name) {
    ByteBuffer in = tensors.get(name).duplicate().order(ByteOrder.LITTLE_ENDIAN);
    float[] floats = new float[in.remaining() / Float.BYTES];
    in.asFloatBuffer().get(floats);
    return floats;
  }
}
