package mirador.concepts.explain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import mirador.concepts.CourseMessages;
import mirador.concepts.clip.ZeroShot;
import mirador.concepts.retrieval.EmbeddingMap;
import mirador.concepts.retrieval.SimilarityMatrix;
import mirador.concepts.text.Messages;
import mirador.concepts.tokenizer.TokenWords;
import org.junit.jupiter.api.Test;

/** The sentences on the real CLIP's results, on numbers made for the purpose. */
class ClipLessonWordsTest {
  private static final Messages ES = CourseMessages.ES;
  private static final UnaryOperator<String> ID = UnaryOperator.identity();
  private static final List<String> IDS = List.of("car", "cat", "puppy");

  /** A result with these cosines. */
  private static ZeroShot classified(double scale, double... cosines) {
    Map<String, double[]> texts = new LinkedHashMap<>();
    for (int i = 0; i < cosines.length; i++) {
      double cosine = cosines[i];
      texts.put(
          String.valueOf((char) ('a' + i)), new double[] {cosine, Math.sqrt(1 - cosine * cosine)});
    }
    return ZeroShot.of(
        new double[] {1, 0}, List.copyOf(texts.keySet()), List.of("{}"), texts::get, scale);
  }

  @Test
  void zeroShot() {
    assertEquals(
        "Para «Gato», CLIP elige «b» con 0.731; le sigue «a» con 0.269, 2.7 veces menos.",
        ClipZeroShotWords.result(ES, "Gato", classified(100, 0.24, 0.25)));
    assertTrue(
        ClipZeroShotWords.result(ES, "Gato", classified(100, 0.4, 0.2))
            .endsWith("«b» con 0.000, más de 1000 veces menos."));
    assertEquals(
        "Cuidado, casi un empate. Para «Gato», CLIP da 0.525 a «a» y 0.475 a «b»: otra plantilla"
            + " puede darles la vuelta.",
        ClipZeroShotWords.result(ES, "Gato", classified(100, 0.251, 0.25)));
    assertTrue(
        ClipZeroShotWords.result(ES, "Gato", classified(100, 0.2)).startsWith("Con una sola"));
    assertEquals(
        "Sus cosenos son 0.250 y 0.240: se separan 0.010. La escala del modelo, 100, convierte esa"
            + " diferencia en la de las probabilidades.",
        ClipZeroShotWords.scale(ES, classified(100, 0.24, 0.25), 100));
    assertEquals("", ClipZeroShotWords.scale(ES, classified(100, 0.24), 100));
  }

  @Test
  void templates() {
    ZeroShot a = classified(100, 0.25, 0.24);
    ZeroShot b = classified(100, 0.24, 0.27);
    assertEquals(
        "Todas las plantillas eligen «a», con probabilidades de 0.731 a 0.731.",
        ClipZeroShotWords.comparison(ES, List.of("none", "photo"), List.of(a, a)));
    assertEquals(
        "Las plantillas no coinciden: sin plantilla elige «a»; «a photo of a {}.» elige «b».",
        ClipZeroShotWords.comparison(ES, List.of("none", "photo"), List.of(a, b)));
  }

  @Test
  void whatCannotBeClassified() {
    List<String> photo = List.of("a photo of a {}.");
    assertEquals("", ClipZeroShotWords.problem(ES, List.of("cat"), photo));
    assertTrue(ClipZeroShotWords.problem(ES, List.of(), photo).startsWith("No hay ninguna clase"));
    assertTrue(
        ClipZeroShotWords.problem(ES, Collections.nCopies(21, "cat"), photo)
            .startsWith("Hay 21 clases y caben 20"));
    assertTrue(
        ClipZeroShotWords.problem(ES, List.of("cat"), List.of())
            .startsWith("No hay ninguna plantilla"));
    assertTrue(
        ClipZeroShotWords.problem(ES, List.of("cat"), Collections.nCopies(11, "{}"))
            .startsWith("Hay 11 plantillas y caben 10"));
    assertTrue(
        ClipZeroShotWords.problem(ES, List.of("cat"), List.of("a photo"))
            .startsWith("A la plantilla «a photo» le falta {}"));
  }

  private static SimilarityMatrix matrix(double[]... rows) {
    return new SimilarityMatrix(IDS, IDS, rows);
  }

  @Test
  void languages() {
    SimilarityMatrix english =
        matrix(
            new double[] {0.30, 0.20, 0.20},
            new double[] {0.20, 0.30, 0.20},
            new double[] {0.20, 0.20, 0.30});
    SimilarityMatrix spanish =
        matrix(
            new double[] {0.28, 0.20, 0.20},
            new double[] {0.20, 0.25, 0.20},
            new double[] {0.20, 0.24, 0.22});
    assertEquals(
        "A la primera encuentran su imagen 3 de 3 textos en inglés y 2 en español. El margen medio"
            + " es +0.100 en inglés y +0.037 en español. Donde más se pierde es en «puppy»: su"
            + " imagen pasa del puesto 1 al 2, y el margen, de +0.100 a −0.020.",
        ClipLanguagesWords.result(ES, english, spanish, ID));
    SimilarityMatrix near =
        matrix(
            new double[] {0.30, 0.20, 0.20},
            new double[] {0.20, 0.25, 0.20},
            new double[] {0.20, 0.20, 0.30});
    assertTrue(
        ClipLanguagesWords.result(ES, english, near, ID)
            .endsWith("Donde más margen se pierde es en «cat»: de +0.100 a +0.050."));
    assertTrue(
        ClipLanguagesWords.result(ES, english, english, ID)
            .endsWith("El español no pierde margen en ninguno de los tres."));
    assertEquals("puesto 2, margen −0.020", ClipLanguagesWords.place(ES, spanish, 2));
  }

  @Test
  void tokens() {
    List<String> tokens =
        List.of("<|startoftext|>", "un</w>", "ca", "ch", "orro</w>", "leÃ³n</w>", "<|endoftext|>");
    List<List<String>> words = TokenWords.of(tokens);
    assertEquals(List.of(List.of("un"), List.of("ca", "ch", "orro"), List.of("león")), words);
    assertEquals(
        "7 tokens (con inicio y fin): 3 palabras o signos, 1 en varias piezas.",
        ClipLanguagesWords.pieces(ES, tokens.size(), words));
    assertEquals(
        "«cachorro» se corta en 3 piezas: ca · ch · orro",
        ClipLanguagesWords.word(ES, words.get(1)));
    assertEquals(
        "«un» es una sola pieza del vocabulario", ClipLanguagesWords.word(ES, words.get(0)));
    assertEquals(List.of(List.of("ca", "ch")), TokenWords.of(List.of("ca", "ch")));
    assertEquals(
        "Los tres textos cuestan 20 tokens en inglés y 33 en español: 1.6 veces más.",
        ClipLanguagesWords.tokens(ES, List.of(5, 7, 8), List.of(10, 11, 12)));
  }

  @Test
  void map() {
    Map<String, double[]> images =
        Map.of(
            "car", new double[] {1, 0.2, 0},
            "cat", new double[] {1, 0, 0.2},
            "puppy", new double[] {1, -0.2, -0.2});
    Map<String, double[]> texts =
        Map.of(
            "car", new double[] {-1, 0.2, 0},
            "cat", new double[] {-1, 0, 0.2},
            "puppy", new double[] {-1, -0.2, -0.2});
    EmbeddingMap open = EmbeddingMap.joint(images, texts, false);
    assertTrue(
        ClipMapWords.gap(ES, images, texts, false)
            .startsWith("Textos e imágenes forman dos grupos: sus centros están a 2.00"));
    assertTrue(ClipMapWords.gap(ES, images, texts, true).contains("estaban a 2.00"));
    EmbeddingMap closed = EmbeddingMap.joint(images, texts, true);
    assertTrue(open.share() < closed.share());
    assertEquals(
        "En el mapa caen 3 de 3 textos más cerca de su imagen que de las otras; según el coseno, 3."
            + " Los dos ejes conservan el 100\u202f% de la varianza.",
        ClipMapWords.result(ES, closed, images, texts));
  }
}
