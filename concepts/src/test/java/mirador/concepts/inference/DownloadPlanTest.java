package mirador.concepts.inference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import mirador.concepts.inference.DownloadPlan.Kept;
import mirador.concepts.inference.DownloadPlan.Offered;
import mirador.concepts.inference.DownloadPlan.Piece;
import mirador.concepts.inference.ModelManifest.ModelFile;
import mirador.concepts.inference.ModelManifest.Shard;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class DownloadPlanTest {
  private static final String A = "a".repeat(64);
  private static final String B = "b".repeat(64);
  private static final String C = "c".repeat(64);
  private static final int SHARD = ModelManifest.SHARD_BYTES;

  @Test
  void theShardsOfASplitFileAreItsPieces() {
    ModelFile file =
        new ModelFile(
            "vision.onnx",
            70,
            C,
            List.of(new Shard("vision.onnx.000", 40, A), new Shard("vision.onnx.001", 30, B)));
    DownloadPlan plan = DownloadPlan.of(List.of(Offered.of(file)));
    assertEquals(
        List.of(
            new Piece("vision.onnx", 0, 0, 40, A, "vision.onnx.000"),
            new Piece("vision.onnx", 1, 40, 30, B, "vision.onnx.001")),
        plan.pieces());
    assertEquals(70, plan.total());
  }

  @Test
  void aSmallFileIsOnePieceUnderItsOwnPath() {
    ModelFile file = new ModelFile("vocab.json", 12, A, List.of());
    assertEquals(
        List.of(new Piece("vocab.json", 0, 0, 12, A, "vocab.json")),
        DownloadPlan.of(List.of(Offered.of(file))).pieces());
  }

  @Property
  void rangesOfALargeFileJoinWithoutGapOrOverlap(
      @ForAll @LongRange(min = (48L << 20) + 1, max = 5L << 30) long bytes) {
    DownloadPlan plan = DownloadPlan.of(List.of(new Offered("big", bytes, A, List.of())));
    long end = 0;
    for (int i = 0; i < plan.pieces().size(); i++) {
      Piece piece = plan.pieces().get(i);
      assertEquals(i, piece.index());
      assertEquals(end, piece.from());
      assertTrue(piece.bytes() > 0 && piece.bytes() <= SHARD);
      assertEquals("", piece.sha256());
      assertEquals("", piece.shard());
      end += piece.bytes();
    }
    assertEquals(bytes, end);
    assertEquals(bytes, plan.total());
  }

  @Test
  void onlyWhatIsNotKeptIsMissing() {
    DownloadPlan plan =
        DownloadPlan.of(
            List.of(
                new Offered("big", 2L * SHARD + 5, "", List.of()),
                new Offered("vocab.json", 12, B, List.of())));
    List<Kept> kept = new ArrayList<>();
    kept.add(new Kept("big", 0, A, SHARD));
    kept.add(new Kept("big", 2, A, 4)); // shorter than the plan says
    kept.add(new Kept("vocab.json", 0, C, 12)); // other bytes
    kept.add(new Kept("merges.txt", 0, C, 12)); // of no file of the plan
    assertEquals(
        List.of(plan.pieces().get(1), plan.pieces().get(2), plan.pieces().get(3)),
        plan.missing(kept));
    List<Kept> present = plan.present(kept);
    assertEquals(kept.get(0), present.get(0));
    assertNull(present.get(1));
    kept.add(new Kept("vocab.json", 0, B, 12));
    kept.add(new Kept("big", 2, C, 5));
    kept.add(new Kept("big", 1, C, SHARD));
    assertEquals(List.of(), plan.missing(kept));
    assertEquals(kept.get(5), plan.present(kept).get(2));
  }

  @Test
  void aNameTellsThePieceAgain() {
    Piece piece = new Piece("onnx/vision model.onnx", 12, 0, 9, "", "");
    String name = Kept.name(piece, A);
    Kept kept = Kept.of(name, 9);
    assertEquals(new Kept("onnx/vision model.onnx", 12, A, 9), kept);
    assertEquals(name, kept.name());
    assertTrue(kept.fits(piece));
    assertNull(Kept.of("?record", 9));
    assertNull(Kept.of("vision.onnx", 9));
    assertNull(Kept.of("vision.onnx?first?" + A, 9));
  }
}
