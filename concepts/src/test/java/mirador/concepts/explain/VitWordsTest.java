package mirador.concepts.explain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import mirador.concepts.CourseMessages;
import mirador.concepts.image.Kernel;
import mirador.concepts.text.Messages;
import mirador.concepts.vit.PatchGrid;
import mirador.concepts.vit.ViTShapes;
import org.junit.jupiter.api.Test;

class VitWordsTest {
  private static final Messages ES = CourseMessages.ES;
  private static final PatchGrid GRID = new PatchGrid(512, 768, 64);

  @Test
  void galleryNamesThePictures() {
    assertEquals(
        "Ahora mismo todo el curso usa las figuras originales: «a», «b» y «c».",
        PictureGalleryWords.result(ES, List.of("a", "b", "c"), List.of()));
    assertEquals(
        "De las 3 imágenes del curso, una es tuya: «x.png».",
        PictureGalleryWords.result(ES, List.of("x.png", "b", "c"), List.of("x.png")));
    assertEquals(
        "9000 × 6700 px; se reduce a 1600 × 1191",
        PictureGalleryWords.reduced(ES, 9000, 6700, 1600, 1191));
  }

  @Test
  void stripSaysLengthOrderAndValues() {
    assertEquals(
        "La imagen es ahora una fila de 96 tokens, de P0 a P95. "
            + "P29 aplanado es un vector de 64 × 64 × 3 = 12\u202f288 números.",
        TokenStripWords.result(ES, GRID, 29));
    assertEquals(
        "Lugar en la fila: 2 filas completas × 12 columnas + 5 = 29. Por eso este patch es P29.",
        TokenStripWords.order(ES, GRID, 29));
    assertEquals(
        "verde del píxel de la fila 1, columna 2 del patch",
        TokenStripWords.value(ES, 64, (64 + 2) * 3 + 1));
  }

  @Test
  void reachOfLayersAndAttention() {
    assertEquals(
        "En una copia de 192 × 128 px: con 2 capas de 3 × 3, un píxel de salida depende de un cuadrado de 5 × 5 px, "
            + "el 0.1 % de la imagen. Con una sola capa de atención, un patch de 16 × 16 px "
            + "alcanza los 96 patches: el 100 %.",
        ConvAttentionWords.result(ES, new PatchGrid(128, 192, 16), 2));
    assertEquals("Suma de los nueve productos: 12.", ConvAttentionWords.sum(ES, 12));
    assertEquals(
        "Suma de los nueve productos: −40. Un gris va de 0 a 255, así que se dibuja como 0.",
        ConvAttentionWords.sum(ES, -40));
    assertEquals("Suma de los pesos: 1.", ConvAttentionWords.gain(ES, Kernel.BLUR));
  }

  @Test
  void sizesComparedFromLargestToSmallest() {
    PatchGrid large = new PatchGrid(512, 768, 96);
    assertEquals(
        "Al pasar de patches de 96 px a patches de 64 px, la secuencia va de 40 tokens a 96, "
            + "y los pares que compara la atención, de 1600 a 9216.",
        PatchSizeTableWords.result(ES, List.of(GRID, large)));
    assertEquals("12 × 8 = 96", PatchSizeTableWords.count(ES, GRID));
    assertEquals("0 px a la derecha, 32 px abajo", PatchSizeTableWords.crop(ES, large));
    assertEquals("100: te sobraron 4", PatchSizeTableWords.verdict(ES, 100, GRID));
    assertEquals("96: exacto", PatchSizeTableWords.verdict(ES, 96, GRID));
  }

  @Test
  void everyStageHasItsWords() {
    ViTShapes shapes = new ViTShapes(224, 224, 32, 768);
    assertEquals(
        "Una imagen de 224 × 224 px con patches de 32 px entra en el encoder como 50 tokens "
            + "(49 patches más [CLS]), cada uno de 768 números.",
        VitShapesWords.result(ES, shapes));
    for (ViTShapes.Step step : shapes.steps()) {
      assertFalse(VitShapesWords.name(ES, step.stage()).isEmpty());
      assertFalse(VitShapesWords.what(ES, shapes, step.stage()).isEmpty());
      assertFalse(VitShapesWords.parameters(ES, shapes, step).isEmpty());
    }
    assertEquals(
        "Parámetros: 3072 × 768 pesos + 768 sesgos = 2\u202f360\u202f064",
        VitShapesWords.parameters(ES, shapes, shapes.steps().get(2)));
  }
}
