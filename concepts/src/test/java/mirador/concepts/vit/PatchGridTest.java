package mirador.concepts.vit;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import mirador.concepts.image.Picture;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class PatchGridTest {
  @Property
  void patchesTileTheCroppedPicture(
      @ForAll @IntRange(max = 400) int height,
      @ForAll @IntRange(max = 400) int width,
      @ForAll @IntRange(min = 1, max = 130) int patch) {
    PatchGrid grid = new PatchGrid(height, width, patch);
    assertEquals(grid.rows() * grid.columns(), grid.count());
    assertEquals(height, grid.croppedHeight() + grid.restBelow());
    assertEquals(width, grid.croppedWidth() + grid.restRight());
    for (int i = 0; i < grid.count(); i++) {
      assertEquals(i, grid.indexAt(grid.x(i), grid.y(i)));
      assertEquals(i, grid.indexAt(grid.x(i) + patch - 1, grid.y(i) + patch - 1));
    }
    assertEquals(-1, grid.indexAt(grid.croppedWidth(), 0));
    assertEquals(-1, grid.indexAt(0, grid.croppedHeight()));
    assertEquals(-1, grid.indexAt(-1, 0));
  }

  @Test
  void countsTheNotebooksExamples() {
    assertEquals(196, new PatchGrid(224, 224, 16).count());
    assertEquals(49, new PatchGrid(224, 224, 32).count());
    assertEquals(576, new PatchGrid(384, 384, 16).count());
    assertEquals(96, new PatchGrid(512, 768, 64).count());
  }

  @Test
  void flattensRowByRow() {
    byte[] rgb = new byte[4 * 2 * 3];
    for (int i = 0; i < rgb.length; i++) {
      rgb[i] = (byte) (200 + i);
    }
    Picture picture = new Picture(4, 2, rgb);
    PatchGrid grid = Patches.grid(picture, 2);
    assertArrayEquals(
        new int[] {206, 207, 208, 209, 210, 211, 218, 219, 220, 221, 222, 223},
        Patches.flatten(picture, grid, 1));
    assertArrayEquals(new int[] {214, 215, 216}, Patches.meanColour(picture, grid, 1).clone());
  }

  @Test
  void refusesWhatIsNoGridOrPatch() {
    assertThrows(IllegalArgumentException.class, () -> new PatchGrid(10, 10, 0));
    assertThrows(IndexOutOfBoundsException.class, () -> new PatchGrid(10, 10, 20).x(0));
  }

  @Test
  void shapesOfViTBase32() {
    List<ViTShapes.Step> steps = new ViTShapes(224, 224, 32, 768).steps();
    assertEquals(
        List.of(
            "(224, 224, 3)",
            "(49, 3072)",
            "(49, 768)",
            "(50, 768)",
            "(50, 768)",
            "(50, 768)",
            "(768,)"),
        steps.stream().map(ViTShapes.Step::shapeText).toList());
    assertEquals(3073L * 768, steps.get(2).parameters());
    assertEquals(38_400, steps.get(4).size());
  }

  @Property
  void eachLayerAddsOnePixelOnEverySide(@ForAll @IntRange(max = 50) int layers) {
    assertEquals(ReceptiveField.side(layers) + 2, ReceptiveField.side(layers + 1));
    assertEquals(layers, ReceptiveField.layersToReach((ReceptiveField.side(layers) - 1) / 2));
    assertEquals((long) layers * layers, Attention.pairs(layers));
  }
}
