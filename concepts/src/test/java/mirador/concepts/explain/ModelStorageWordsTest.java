package mirador.concepts.explain;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import mirador.concepts.CourseMessages;
import mirador.concepts.inference.ModelOffer;
import mirador.concepts.inference.ModelOffer.Origin;
import mirador.concepts.inference.ModelOffer.Variant;
import mirador.concepts.text.Messages;
import org.junit.jupiter.api.Test;

class ModelStorageWordsTest {
  private static final Messages ES = CourseMessages.ES;

  private static final ModelOffer CLIP =
      new ModelOffer(
          "clip",
          "CLIP ViT-B/32",
          "clip",
          false,
          List.of(new Variant("int8", 155_008_455), new Variant("fp16", 304_807_400)),
          List.of(
              new Origin(Origin.SITE, "models/clip/", ""),
              new Origin(Origin.HUB, "https://hub.example.org/clip/", "hub.example.org")));

  @Test
  void weightsAreOfAMillionBytes() {
    assertEquals("155 MB", ModelStorageWords.megabytes(155_008_455));
    assertEquals("1.4 MB", ModelStorageWords.megabytes(1_386_947));
    assertEquals("0.0 MB", ModelStorageWords.megabytes(0));
    assertEquals("2670 MB", ModelStorageWords.megabytes(2_670_000_000L));
    assertEquals("11 GB", ModelStorageWords.megabytes(10_737_418_240L));
  }

  @Test
  void progressIsInTheUnitOfTheWhole() {
    assertEquals("44 de 155 MB", ModelStorageWords.progress(ES, 44_100_000, 155_008_455));
    assertEquals("0.1 de 1.4 MB", ModelStorageWords.progress(ES, 100_000, 1_386_947));
  }

  @Test
  void anOfferNamesWeightAndPlaces() {
    assertEquals(
        "CLIP ViT-B/32 pesa 155 MB en su variante más ligera y se pide a este mismo sitio,"
            + " hub.example.org. Nada se descarga hasta que pulsas el botón que dice el tamaño y el"
            + " servidor.",
        ModelStorageWords.offered(ES, List.of(CLIP)));
    assertEquals(
        "Esta edición del curso no ofrece modelos reales.",
        ModelStorageWords.offered(ES, List.of()));
  }

  @Test
  void aSmallModelOfTheCourseIsNotAskedFor() {
    ModelOffer mini =
        new ModelOffer(
            "clip-mini",
            "CLIP mini",
            "clip",
            true,
            List.of(new Variant("fp32", 4_200_000)),
            List.of(new Origin(Origin.SITE, "models/clip-mini/", "")));
    String says =
        "CLIP mini (4.2 MB) es parte del curso: empieza por sí solo cuando llegas a un experimento"
            + " que lo usa.";
    assertEquals(says, ModelStorageWords.offered(ES, List.of(mini)));
    assertEquals(
        "CLIP ViT-B/32 pesa 155 MB en su variante más ligera y se pide a este mismo sitio,"
            + " hub.example.org. "
            + says
            + " Los demás no se descargan hasta que pulsas el botón que dice el tamaño y el"
            + " servidor.",
        ModelStorageWords.offered(ES, List.of(CLIP, mini)));
  }

  @Test
  void theResultCountsModels() {
    assertEquals(
        "Este navegador guarda 1 modelo: 155 MB.",
        ModelStorageWords.result(ES, List.of(CLIP), 1, 155_008_455));
    assertEquals(
        "Este navegador no guarda ningún modelo. Esta edición del curso no ofrece modelos reales.",
        ModelStorageWords.result(ES, List.of(), 0, 0));
  }
}
