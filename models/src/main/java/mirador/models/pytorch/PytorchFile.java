package mirador.models.pytorch;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import mirador.concepts.tensor.Shape;
import mirador.models.weights.ElementReader;
import mirador.models.weights.WeightInfo;
import mirador.models.weights.Weights;
import mirador.models.weights.WeightsException;

/**
 * The tensors of a {@code pytorch_model.bin} in the format that PyTorch writes since 1.6 (2020).
 * Tensors are read from the archive as they are asked for.
 */
public final class PytorchFile implements Weights {
  private static final String PICKLE = "/data.pkl";
  private static final int MAX_PICKLE = 64 << 20;

  private final Path path;
  private final ZipFile archive;
  private final String folder;
  private final Map<String, StoredTensor> tensors;

  private PytorchFile(
      Path path, ZipFile archive, String folder, Map<String, StoredTensor> tensors) {
    this.path = path;
    this.archive = archive;
    this.folder = folder;
    this.tensors = tensors;
  }

  /**
   * Opens a file and reads its table of tensors.
   *
   * @throws WeightsException when it is no such archive, is damaged, or its pickle would do
   *     anything but rebuild tensors
   */
  public static PytorchFile open(Path path) throws IOException {
    ZipFile archive = zip(path);
    try {
      String folder = folder(path, archive);
      checkByteOrder(path, archive, folder);
      Map<String, StoredTensor> tensors = unpickle(path, archive, folder);
      PytorchFile file = new PytorchFile(path, archive, folder, tensors);
      for (StoredTensor tensor : tensors.values()) {
        file.entry(tensor.storage());
      }
      return file;
    } catch (IllegalArgumentException failure) {
      // The library decodes the names of entries late, and refuses what is not UTF-8 in this way.
      archive.close();
      throw damaged(path, failure);
    } catch (IOException | RuntimeException failure) {
      archive.close();
      throw failure;
    }
  }

  @SuppressWarnings("MustBeClosedChecker")
  private static ZipFile zip(Path path) throws IOException {
    try {
      return new ZipFile(path.toFile());
    } catch (ZipException | EOFException failure) {
      throw new WeightsException(
          path
              + " is no ZIP archive ("
              + failure.getMessage()
              + "): it is cut off, or was saved before PyTorch 1.6; save it again with torch.save",
          failure);
    } catch (IllegalArgumentException failure) {
      throw damaged(path, failure);
    }
  }

  private static WeightsException damaged(Path path, IllegalArgumentException failure) {
    return new WeightsException(path + " is a damaged ZIP archive", failure);
  }

  private static String folder(Path path, ZipFile archive) throws WeightsException {
    for (Enumeration<? extends ZipEntry> all = archive.entries(); all.hasMoreElements(); ) {
      String name = all.nextElement().getName();
      if (name.endsWith(PICKLE)) {
        return name.substring(0, name.length() - PICKLE.length());
      }
    }
    throw new WeightsException(path + " holds no data.pkl: it was not saved by torch.save");
  }

  private static void checkByteOrder(Path path, ZipFile archive, String folder) throws IOException {
    ZipEntry entry = archive.getEntry(folder + "/byteorder");
    if (entry != null) {
      String order = new String(bytes(path, archive, entry, 16), StandardCharsets.US_ASCII).strip();
      if (!order.equals("little")) {
        throw new WeightsException(path + " is written in the byte order \"" + order + "\"");
      }
    }
  }

  private static Map<String, StoredTensor> unpickle(Path path, ZipFile archive, String folder)
      throws IOException {
    byte[] pickle = bytes(path, archive, archive.getEntry(folder + PICKLE), MAX_PICKLE);
    try {
      return StateDictUnpickler.tensors(pickle);
    } catch (IOException | RuntimeException failure) {
      throw new WeightsException(
          path + " has a table of tensors that cannot be read: " + failure.getMessage(), failure);
    }
  }

  private static byte[] bytes(Path path, ZipFile archive, ZipEntry entry, int most)
      throws IOException {
    checkStored(path, entry);
    if (entry.getSize() > most) {
      throw new WeightsException(
          path + ": " + entry.getName() + " has " + entry.getSize() + " bytes, over " + most);
    }
    try (InputStream in = archive.getInputStream(entry)) {
      return in.readNBytes((int) entry.getSize());
    } catch (ZipException | EOFException failure) {
      throw damaged(path, entry, failure);
    }
  }

  private static WeightsException damaged(Path path, ZipEntry entry, IOException failure) {
    return new WeightsException(
        path + ": " + entry.getName() + " is damaged: " + failure.getMessage(), failure);
  }

  /** PyTorch does not compress; so no entry can hold more than the file has bytes. */
  private static void checkStored(Path path, ZipEntry entry) throws WeightsException {
    if (entry.getMethod() != ZipEntry.STORED
        || entry.getSize() != entry.getCompressedSize()
        || entry.getSize() > path.toFile().length()) {
      throw new WeightsException(path + ": " + entry.getName() + " is compressed or damaged");
    }
  }

  @Override
  public Set<String> names() {
    return Collections.unmodifiableSet(tensors.keySet());
  }

  @Override
  public WeightInfo info(String name) throws WeightsException {
    StoredTensor tensor = tensor(name);
    return new WeightInfo(name, tensor.storage().dtype(), tensor.shape());
  }

  @Override
  public ElementReader open(String name) throws IOException {
    StoredTensor tensor = tensor(name);
    long start = tensor.offset() * tensor.storage().dtype().bytes();
    Stream stream = new Stream(entry(tensor.storage()), start);
    return new ElementReader(
        info(name), tensor.isContiguous() ? stream : gathered(name, tensor, stream));
  }

  @Override
  public void close() throws IOException {
    archive.close();
  }

  private StoredTensor tensor(String name) throws WeightsException {
    StoredTensor tensor = tensors.get(name);
    if (tensor == null) {
      throw new WeightsException(path + " has no tensor " + name);
    }
    return tensor;
  }

  private ZipEntry entry(Storage storage) throws WeightsException {
    ZipEntry entry = archive.getEntry(folder + "/data/" + storage.key());
    if (entry == null) {
      throw new WeightsException(path + " has no storage " + storage.key());
    }
    checkStored(path, entry);
    if (entry.getSize() / storage.dtype().bytes() < storage.elements()) {
      throw new WeightsException(
          path
              + ": storage "
              + storage.key()
              + " has "
              + entry.getSize()
              + " bytes, too few for "
              + storage.elements()
              + " numbers");
    }
    return entry;
  }

  /** The numbers of a view that skips or repeats some, such as a transposed one, row by row. */
  private ElementReader.Bytes gathered(String name, StoredTensor tensor, Stream stream)
      throws IOException {
    int width = tensor.storage().dtype().bytes();
    long bytes = (long) tensor.shape().elements() * width;
    long span = tensor.span() * width;
    if (bytes > Integer.MAX_VALUE || span > Integer.MAX_VALUE) {
      throw new WeightsException(
          path + ": " + name + " is too large for a tensor that is not stored row by row");
    }
    byte[] from = stream.next((int) span).array();
    byte[] rows = new byte[(int) bytes];
    Shape shape = tensor.shape();
    int[] at = new int[shape.rank()];
    for (int to = 0; to < rows.length; to += width) {
      long element = 0;
      for (int axis = 0; axis < at.length; axis++) {
        element += at[axis] * tensor.strides()[axis];
      }
      System.arraycopy(from, (int) element * width, rows, to, width);
      for (int axis = at.length - 1; axis >= 0 && ++at[axis] == shape.size(axis); axis--) {
        at[axis] = 0;
      }
    }
    ByteBuffer all = ByteBuffer.wrap(rows);
    return count -> {
      ByteBuffer next = all.slice(all.position(), count);
      all.position(all.position() + count);
      return next;
    };
  }

  /**
   * The bytes of a storage from some place on; opened at the first read, closed with the archive.
   */
  private final class Stream implements ElementReader.Bytes {
    private final ZipEntry entry;
    private final long start;
    private InputStream in;

    Stream(ZipEntry entry, long start) {
      this.entry = entry;
      this.start = start;
    }

    @Override
    public ByteBuffer next(int count) throws IOException {
      byte[] bytes;
      try {
        if (in == null) {
          in = archive.getInputStream(entry);
          in.skipNBytes(start);
        }
        bytes = in.readNBytes(count);
      } catch (ZipException | EOFException failure) {
        throw damaged(path, entry, failure);
      }
      if (bytes.length < count) {
        throw new WeightsException(path + ": " + entry.getName() + " is cut off");
      }
      return ByteBuffer.wrap(bytes);
    }
  }
}
