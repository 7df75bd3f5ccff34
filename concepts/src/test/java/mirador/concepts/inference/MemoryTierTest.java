package mirador.concepts.inference;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class MemoryTierTest {
  private static final long GIGABYTE = 1L << 30;

  /** The halves of BLIP-2 with 8-bit weights, as they were measured. */
  private static final List<Long> INT8 = List.of(2 * GIGABYTE, 26 * GIGABYTE / 10);

  /** The same with 4-bit weights. */
  private static final List<Long> Q4 = List.of(12 * GIGABYTE / 10, 17 * GIGABYTE / 10);

  @Test
  void bothHalvesStayWhereHalfOfTheMemoryHoldsThem() {
    assertEquals(MemoryTier.LARGE, MemoryTier.of(16, false, INT8));
    assertEquals(MemoryTier.TIGHT, MemoryTier.of(8, false, INT8));
    assertEquals(MemoryTier.TOO_SMALL, MemoryTier.of(4, false, INT8));
    assertEquals(MemoryTier.LARGE, MemoryTier.of(8, false, Q4));
    assertEquals(MemoryTier.TIGHT, MemoryTier.of(4, false, Q4));
  }

  @Test
  void aPhoneMayTakeAQuarter() {
    assertEquals(MemoryTier.TOO_SMALL, MemoryTier.of(8, true, INT8));
    assertEquals(MemoryTier.TIGHT, MemoryTier.of(8, true, Q4));
    assertEquals(MemoryTier.LARGE, MemoryTier.of(8, true, List.of(GIGABYTE, GIGABYTE)));
  }

  @Test
  void aBrowserThatTellsNothingCountsAsEightGigabytes() {
    for (boolean phone : List.of(false, true)) {
      for (List<Long> workers : List.of(INT8, Q4)) {
        assertEquals(MemoryTier.of(8, phone, workers), MemoryTier.of(0, phone, workers));
      }
    }
  }

  @Test
  void theNeedsOfTheHalvesComeFromTheirFiles() {
    Map<String, Long> files = new TreeMap<>();
    Map<String, String> graphs = new TreeMap<>();
    long bytes = 1;
    for (String part : List.of("vision", "qformer", "embedding", "decoder")) {
      graphs.put(part, part + ".onnx");
      files.put(part + ".onnx", bytes);
      files.put(ModelManifest.weightsOf(part + ".onnx"), 1_500_000_000L * bytes);
      bytes *= 10;
    }
    files.put("vocab.json", 5L);
    ModelNeeds needs = ModelNeeds.of("blip2", graphs, files);
    assertEquals(
        List.of(2 * (11 + 11 * 1_500_000_000L), 1100 + 1100 * 1_500_000_000L), needs.workers());
    assertEquals(1111 * 1_500_000_001L + 5, needs.disk());
    assertEquals(1100 * 1_500_000_001L, needs.memory());
  }

  @Test
  void anotherModelRunsInOneWorker() {
    ModelNeeds needs =
        ModelNeeds.of(
            "clip",
            Map.of("vision", "v.onnx", "text", "t.onnx"),
            Map.of("v.onnx", 10L, "t.onnx", 5L, "merges.txt", 1L));
    assertEquals(new ModelNeeds(16, List.of(30L)), needs);
  }
}
