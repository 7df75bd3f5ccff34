package mirador.concepts.explain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.function.UnaryOperator;
import mirador.concepts.CourseMessages;
import mirador.concepts.course.Notebook;
import mirador.concepts.explain.AmbiguityExperimentWords.Fate;
import mirador.concepts.retrieval.EmbeddingMap;
import mirador.concepts.retrieval.Ranking;
import mirador.concepts.retrieval.SimilarityMatrix;
import mirador.concepts.symbolic.SymbolicEmbedder;
import mirador.concepts.symbolic.SymbolicEmbedding;
import mirador.concepts.text.Messages;
import org.junit.jupiter.api.Test;

/** The sentences of lesson 2 on the notebook's captions and at their edges. */
class SimilarityWordsTest {
  private static final Messages ES = CourseMessages.ES;
  private static final UnaryOperator<String> ID = UnaryOperator.identity();

  @Test
  void captions() {
    assertEquals(
        "3 de 3 captions contienen palabras del vocabulario: 8 palabras reconocidas en total.",
        CaptionEditorWords.result(ES, Notebook.CAPTIONS));
    assertTrue(CaptionEditorWords.result(ES, Notebook.captions("", " ", "x")).startsWith("Ningún"));
    assertEquals(
        "2 palabras reconocidas: car, cat. Ojo: «car» está dentro de «scary», «cat» está dentro de"
            + " «cats». El programa busca letras seguidas, no palabras enteras.",
        CaptionEditorWords.caption(ES, "A scary cats"));
    assertTrue(CaptionEditorWords.caption(ES, "").startsWith("Está vacío"));
    assertTrue(CaptionEditorWords.caption(ES, "   ").startsWith("Solo contiene espacios (3)"));
    assertTrue(CaptionEditorWords.caption(ES, "un gato").startsWith("No contiene"));
    assertTrue(CaptionEditorWords.caption(ES, "cat ".repeat(2500)).contains("10\u202f000"));
  }

  @Test
  void bars() {
    SymbolicEmbedding cat = SymbolicEmbedder.image("cat");
    assertEquals(
        "Comparten 1 palabra (cat): la similitud entre este texto y «Gato» es 0.58.",
        EmbeddingBarsWords.result(ES, SymbolicEmbedder.text("a cat"), cat, "Gato"));
    assertTrue(
        EmbeddingBarsWords.result(ES, SymbolicEmbedder.text("dog"), cat, "Gato")
            .startsWith("El texto tiene 1 palabra conocida, pero"));
    assertTrue(
        EmbeddingBarsWords.result(ES, SymbolicEmbedder.text(""), cat, "Gato").contains("0.00"));
    assertTrue(EmbeddingBarsWords.height(ES, cat, false).contains("1 / √3 = 0.577"));
  }

  @Test
  void map() {
    EmbeddingMap map = EmbeddingMap.of(Notebook.CAPTIONS);
    assertEquals(
        "3 de 3 textos caen más cerca de su imagen que de las otras. Los dos ejes conservan el"
            + " 100\u202f% de la varianza de las tres imágenes.",
        EmbeddingMapWords.result(ES, map));
    assertEquals(
        "Caen exactamente en el mismo punto y se dibujan uno junto al otro: texto e imagen de"
            + " «car»; texto e imagen de «cat».",
        EmbeddingMapWords.coinciding(ES, map, ID));
    EmbeddingMap silent = EmbeddingMap.of(Notebook.captions("", "", "cute snow"));
    assertTrue(EmbeddingMapWords.result(ES, silent).startsWith("0 de 3"));
    assertTrue(
        EmbeddingMapWords.coinciding(ES, silent, ID).contains("texto de «car», texto de «cat»"));
    assertEquals(
        List.of("cat", "puppy"), EmbeddingMapWords.nearest(silent, silent.points().get(5)));
    assertEquals("", EmbeddingMapWords.coinciding(ES, spread(), ID));
  }

  private static EmbeddingMap spread() {
    return EmbeddingMap.of(Notebook.captions("car", "cute", "snow"));
  }

  @Test
  void matrix() {
    assertEquals(
        "3 de 3 textos se parecen más a su propia imagen que a las otras. La diagonal vale"
            + " 1.00 · 1.00 · 0.82.",
        SimilarityMatrixWords.result(ES, SimilarityMatrix.symbolic(Notebook.CAPTIONS)));
    SymbolicEmbedding puppy = SymbolicEmbedder.image("puppy");
    assertEquals(
        "«t» con «i»: 0.707 × 0.577 (puppy) + 0.707 × 0.577 (snow) = 0.82. Los otros 7 productos"
            + " son 0.",
        SimilarityMatrixWords.cell(
            ES, "t", "i", SymbolicEmbedder.text(Notebook.CAPTIONS.get("puppy")), puppy));
    assertTrue(
        SimilarityMatrixWords.cell(ES, "t", "i", SymbolicEmbedder.text("car"), puppy)
            .contains("no comparten"));
    assertTrue(
        SimilarityMatrixWords.cell(ES, "t", "i", SymbolicEmbedder.text(""), puppy)
            .contains("todo ceros"));
  }

  @Test
  void queries() {
    assertEquals("Gana «cat» con 1.00; le sigue «car» con 0.00.", query(Notebook.QUERIES.get(0)));
    assertEquals(
        "Empatan en el primer puesto 2 imágenes con 0.41: «cat», «puppy».", query("cute snow"));
    assertTrue(query("un perro").startsWith("La consulta no contiene"));
    assertTrue(query("  ").startsWith("Escribe"));
  }

  private static String query(String text) {
    return QueryRetrievalWords.result(
        ES, text, SymbolicEmbedder.text(text), Ranking.retrieve(text, 3), ID);
  }

  @Test
  void metrics() {
    assertEquals(
        "De texto a imagen aciertan a la primera 2 de 3 consultas (mAP 0.833); de imagen a texto,"
            + " 3 de 3 (mAP 1.000).",
        RetrievalMetricsWords.result(ES, new int[] {1, 2, 1}, new int[] {1, 1, 1}));
    assertTrue(RetrievalMetricsWords.hasTies(new double[][] {{0.5, 0.1}, {0.5, 0.2}}));
    assertTrue(!RetrievalMetricsWords.hasTies(new double[][] {{0.5, 0.1}, {0.1, 0.2}}));
    assertEquals("1 / 2 = 0.500", RetrievalMetricsWords.precision(2));
    assertEquals(
        "(1.000 + 0.500 + 1.000) / 3 = 0.833", RetrievalMetricsWords.mean(new int[] {1, 2, 1}));
  }

  @Test
  void ambiguity() {
    SimilarityMatrix before = SimilarityMatrix.symbolic(Notebook.CAPTIONS);
    SimilarityMatrix after =
        SimilarityMatrix.symbolic(
            Notebook.captions(
                Notebook.CAPTIONS.get("car"), "A cute pet", "A cute pet in the snow"));
    assertEquals(Fate.TIE, AmbiguityExperimentWords.fate(after, 2));
    assertEquals(
        "El texto de «puppy» deja de encontrar con claridad su imagen: antes acertaban 3 textos de"
            + " 3; ahora, 2.",
        AmbiguityExperimentWords.result(ES, before, after, ID));
    assertEquals("0.00: empate, decide el orden", AmbiguityExperimentWords.margin(ES, after, 2));
    assertTrue(
        AmbiguityExperimentWords.result(ES, before, before, ID).startsWith("Con estos captions"));
  }
}
