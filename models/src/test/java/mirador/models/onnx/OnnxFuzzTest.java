package mirador.models.onnx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.Random;
import mirador.concepts.onnx.AttentionPatch;
import mirador.concepts.onnx.AttentionPatcher;
import mirador.concepts.onnx.OnnxFormatException;
import mirador.concepts.onnx.OnnxModel;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Broken files are told as such: no other error, and no more memory than the file pays for. */
class OnnxFuzzTest {
  private static final byte[] MODEL =
      TinyTransformer.text(new TinyWeights(4), ExportStyle.TORCH_BMM).model().toByteArray();

  /** The parser's own tables; every part of a file costs at least two bytes of it. */
  private static final long FIXED = 1 << 20;

  private static final long PER_BYTE = 400;

  @Property(tries = 1000)
  void randomBytes(@ForAll @Size(max = 400) byte[] bytes) {
    assertTold(bytes);
  }

  @Property(tries = 1000)
  void aGraphOfRandomBytes(@ForAll @Size(max = 120) byte[] bytes) {
    byte[] model = new byte[bytes.length + 2];
    model[0] = 0x3a;
    model[1] = (byte) bytes.length;
    System.arraycopy(bytes, 0, model, 2, bytes.length);
    assertTold(model);
  }

  /** After the graph come the operator sets: without one of them it is a model still. */
  @Property(tries = 500)
  void aModelCutOff(@ForAll @IntRange(max = 1_000_000) int length) {
    byte[] cut = Arrays.copyOf(MODEL, length % MODEL.length);
    assertTold(cut);
    if (cut.length < MODEL.length - 40) {
      assertThrows(OnnxFormatException.class, () -> OnnxModel.read(cut));
    }
  }

  @Property(tries = 1000)
  void aFewBytesFlipped(@ForAll Random random, @ForAll @IntRange(min = 1, max = 8) int flips) {
    byte[] broken = MODEL.clone();
    for (int i = 0; i < flips; i++) {
      broken[random.nextInt(broken.length)] ^= (byte) (1 << random.nextInt(8));
    }
    assertTold(broken);
  }

  @Property(tries = 500)
  void aPieceMovedAbout(@ForAll Random random) {
    byte[] broken = MODEL.clone();
    int length = 1 + random.nextInt(200);
    System.arraycopy(
        MODEL,
        random.nextInt(MODEL.length - length),
        broken,
        random.nextInt(MODEL.length - length),
        length);
    assertTold(broken);
  }

  @Example
  void everyLengthOfAModel() {
    for (int length = 0; length < MODEL.length; length += 7) {
      assertTold(Arrays.copyOf(MODEL, length));
    }
  }

  /** A graph of nothing but empty nodes: two bytes each. */
  @Example
  void manyEmptyNodesAreRefused() {
    byte[] header = {0x3a, (byte) 0x80, (byte) 0x89, 0x7a}; // field 7 of 2 000 000 bytes
    byte[] model = Arrays.copyOf(header, header.length + 2_000_000);
    for (int i = header.length; i < model.length; i += 2) {
      model[i] = 0x0a;
    }
    OnnxFormatException e = assertThrows(OnnxFormatException.class, () -> OnnxModel.read(model));
    assertTrue(e.getMessage().contains("more than 400000 parts"), e.getMessage());
  }

  private static void assertTold(byte[] bytes) {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadAllocatedBytes();
    byte[] copy = bytes.clone();
    try {
      AttentionPatch patch = AttentionPatcher.patch(bytes);
      assertEquals(patch.length(), patch.toBytes().length);
    } catch (OnnxFormatException e) {
      assertTrue(e.getMessage().length() < 400, e.getMessage());
    }
    long allocated = threads.getCurrentThreadAllocatedBytes() - before;
    assertTrue(
        allocated < FIXED + PER_BYTE * bytes.length,
        allocated + " bytes of memory for " + bytes.length + " of a file");
    assertTrue(Arrays.equals(copy, bytes));
  }
}
