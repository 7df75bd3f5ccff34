package mirador.models.safetensors;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import mirador.models.weights.ElementReader;
import mirador.models.weights.WeightInfo;
import mirador.models.weights.Weights;
import mirador.models.weights.WeightsException;

/**
 * One safetensors file, mapped into memory window by window: it may be of any size, and no more of
 * it is held than what is being read.
 */
public final class SafetensorsFile implements Weights {
  private static final long WINDOW = 64L << 20;

  private final Path path;
  private final FileChannel channel;
  private final Map<String, Entry> entries;

  private SafetensorsFile(Path path, FileChannel channel, Map<String, Entry> entries) {
    this.path = path;
    this.channel = channel;
    this.entries = entries;
  }

  /** A tensor and the place in the file where its bytes begin. */
  record Entry(WeightInfo info, long offset) {}

  /**
   * Opens a file and reads its header.
   *
   * @throws WeightsException when the header is not that of a safetensors file, or tells of bytes
   *     that the file does not have, or that belong to two tensors or to none
   */
  @SuppressWarnings("MustBeClosedChecker")
  public static SafetensorsFile open(Path path) throws IOException {
    FileChannel channel = FileChannel.open(path, StandardOpenOption.READ);
    try {
      return new SafetensorsFile(path, channel, new SafetensorsHeader(path, channel).entries());
    } catch (IOException | RuntimeException failure) {
      channel.close();
      throw failure;
    }
  }

  @Override
  public Set<String> names() {
    return Collections.unmodifiableSet(entries.keySet());
  }

  @Override
  public WeightInfo info(String name) throws WeightsException {
    return entry(name).info();
  }

  @Override
  public ElementReader open(String name) throws IOException {
    Entry entry = entry(name);
    return new ElementReader(entry.info(), new Windows(entry));
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }

  private Entry entry(String name) throws WeightsException {
    Entry entry = entries.get(name);
    if (entry == null) {
      throw new WeightsException(path + " has no tensor " + name);
    }
    return entry;
  }

  /** The bytes of one tensor, mapped a window at a time. */
  private final class Windows implements ElementReader.Bytes {
    private long position;
    private final long end;
    private MappedByteBuffer window;

    Windows(Entry entry) {
      position = entry.offset();
      end = position + entry.info().bytes();
    }

    @Override
    public ByteBuffer next(int count) throws IOException {
      if (window == null || window.remaining() < count) {
        long length = Math.min(end - position, WINDOW);
        window = channel.map(FileChannel.MapMode.READ_ONLY, position, length);
      }
      ByteBuffer bytes = window.slice(window.position(), count).order(ByteOrder.LITTLE_ENDIAN);
      window.position(window.position() + count);
      position += count;
      return bytes;
    }
  }
}
