package mirador.concepts.explain;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import mirador.concepts.CourseMessages;
import mirador.concepts.clip.MatrixView;
import mirador.concepts.course.Notebook;
import mirador.concepts.retrieval.Scored;
import mirador.concepts.retrieval.SimilarityMatrix;
import mirador.concepts.text.Messages;
import org.junit.jupiter.api.Test;

class ClipWordsTest {
  private static final Messages ES = CourseMessages.ES;
  private static final List<String> NAMES = Notebook.PICTURES;

  private static SimilarityMatrix matrix(double... values) {
    double[][] rows = new double[3][3];
    for (int i = 0; i < 9; i++) {
      rows[i / 3][i % 3] = values[i];
    }
    return new SimilarityMatrix(NAMES, NAMES, rows);
  }

  @Test
  void modelsThatAgreeAndDisagree() {
    SimilarityMatrix real = matrix(0.30, 0.2, 0.1, 0.2, 0.25, 0.24, 0.1, 0.26, 0.25);
    SimilarityMatrix nine = SimilarityMatrix.symbolic(Notebook.CAPTIONS);
    assertEquals(
        "CLIP y el modelo de nueve palabras eligen la misma imagen para 2 de 3 textos. Con el texto"
            + " de «puppy», CLIP elige «cat» y las nueve palabras, «puppy». Aciertos: CLIP, 2 de 3;"
            + " nueve palabras, 3 de 3. El margen más justo de CLIP es −0.010, en el texto de"
            + " «puppy».",
        ClipMatrixWords.result(ES, nine, real, name -> name));
    SimilarityMatrix good = matrix(0.3, 0.2, 0.1, 0.2, 0.3, 0.1, 0.1, 0.2, 0.3);
    assertEquals(
        "CLIP y el modelo de nueve palabras eligen la misma imagen para los 3 textos. Aciertos:"
            + " CLIP, 3 de 3; nueve palabras, 3 de 3. El margen más justo de CLIP es +0.100, en el"
            + " texto de «car».",
        ClipMatrixWords.result(ES, nine, good, name -> name));
  }

  @Test
  void aTieOfTheNineWordsIsNoChoice() {
    SimilarityMatrix nine = matrix(1, 0, 0, 0, 0, 0, 0, 0, 1);
    SimilarityMatrix real = matrix(0.3, 0.2, 0.1, 0.2, 0.3, 0.1, 0.1, 0.2, 0.3);
    assertEquals(2, ClipMatrixWords.right(nine));
    assertEquals(
        "Con el texto de «cat», CLIP elige «cat» y las nueve palabras, ninguna: hay empate.",
        ClipMatrixWords.result(ES, nine, real, name -> name).split("textos\\. | Aciertos")[1]);
  }

  @Test
  void everyViewHasItsPromise() {
    SimilarityMatrix nine = SimilarityMatrix.symbolic(Notebook.CAPTIONS);
    assertEquals(
        "El modelo de nueve palabras acierta 3 de 3 textos. Activa CLIP y verás a su lado los"
            + " cosenos que calcula él.",
        ClipMatrixWords.pending(ES, nine, MatrixView.COSINE));
    assertEquals(
        4,
        List.of(MatrixView.values()).stream()
            .map(view -> ClipMatrixWords.pending(ES, nine, view))
            .distinct()
            .count());
  }

  @Test
  void aCellIsReadInFourWays() {
    double[][] cosines = {{0.3, 0.2}, {0.1, 0.2}};
    assertEquals(
        "«un texto» con «gato»: coseno 0.200; × 10.0 = logit 2.00; softmax de su fila 0.269, de su"
            + " columna 0.500.",
        ClipMatrixWords.cell(ES, "un texto", "gato", cosines, 10, 0, 1));
  }

  @Test
  void marginsOfBothModels() {
    SimilarityMatrix nine = matrix(1, 0, 0, 0, 0.577, 0, 0, 0.408, 0.408);
    SimilarityMatrix real = matrix(0.3, 0.2, 0.1, 0.2, 0.23, 0.25, 0.1, 0.2, 0.287);
    assertEquals(
        "Texto de «cat»: con nueve palabras, margen +0.577: acierta; con CLIP, −0.020: falla. Texto"
            + " de «puppy»: con nueve palabras, margen 0.000: empate, decide el orden; con CLIP,"
            + " +0.087: acierta.",
        ClipAmbiguityWords.result(ES, nine, real, List.of(1, 2), name -> name));
    assertEquals(
        "Con nueve palabras, el margen del texto de «puppy» es 0.000: empate, decide el orden."
            + " Activa CLIP para ver qué hace él.",
        ClipAmbiguityWords.pending(ES, nine, List.of(2), name -> name));
  }

  @Test
  void whatASearchFinds() {
    List<Scored> ranking = List.of(new Scored("b.png", 0.31), new Scored("a.png", 0.2951));
    assertEquals(
        "De 2 imágenes, la más parecida a «nieve» es «b.png», con 0.310. Le sigue «a.png», con"
            + " 0.295.",
        ClipRetrievalWords.result(ES, "nieve", ranking, name -> name));
    assertEquals(
        "La única imagen es «b.png», con 0.310.",
        ClipRetrievalWords.result(ES, "nieve", ranking.subList(0, 1), name -> name));
    assertEquals(
        "Hay 2 imágenes listas. Escribe una consulta para ordenarlas.",
        ClipRetrievalWords.result(ES, " ", ranking, name -> name));
    assertEquals(
        "12 de 30 imágenes: 1 recordada, 11 calculadas ahora.",
        ClipRetrievalWords.progress(ES, 12, 30, 1, 11));
    assertEquals(
        "3 parejas. De texto a imagen, Recall@1 = 0.667 y mAP = 0.778; de imagen a texto, Recall@1"
            + " = 0.667 y mAP = 0.833.",
        ClipRetrievalWords.metrics(ES, new int[] {1, 3, 1}, new int[] {1, 1, 2}));
  }

  @Test
  void aMarkNamesItsModel() {
    assertEquals("en vivo · clip, int8", Provenance.LIVE.text(ES, "clip, int8"));
    assertEquals("modelo de nueve palabras", Provenance.SYMBOLIC.text(ES, ""));
  }
}
