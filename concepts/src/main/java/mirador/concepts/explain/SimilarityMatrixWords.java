package mirador.concepts.explain;

import java.util.ArrayList;
import java.util.List;
import mirador.concepts.retrieval.Cosine;
import mirador.concepts.retrieval.SimilarityMatrix;
import mirador.concepts.symbolic.SymbolicEmbedding;
import mirador.concepts.symbolic.Vocabulary;
import mirador.concepts.text.Messages;
import mirador.concepts.text.Numbers;

/** What the matrix of texts and pictures says (notebook cell 2.2c). */
public final class SimilarityMatrixWords {
  private SimilarityMatrixWords() {}

  /** How many texts resemble their own picture most, and what the diagonal holds. */
  public static String result(Messages messages, SimilarityMatrix matrix) {
    int right = 0;
    List<String> diagonal = new ArrayList<>();
    for (int i = 0; i < matrix.rows().size(); i++) {
      right += matrix.margin(i) > 0 ? 1 : 0;
      diagonal.add(Numbers.fixed(matrix.values()[i][i], 2));
    }
    return messages.get(
        "similarity-matrix.result", right, matrix.rows().size(), String.join(" · ", diagonal));
  }

  /** The sum behind a cell: the products that are not zero, and the cosine they add up to. */
  public static String cell(
      Messages messages,
      String caption,
      String picture,
      SymbolicEmbedding text,
      SymbolicEmbedding image) {
    String pair = messages.get("similarity-matrix.pair", caption, picture);
    if (text.isZero()) {
      return pair + " " + messages.get("similarity-matrix.cell.zero");
    }
    double[] a = text.vector();
    double[] b = image.vector();
    double[] products = Cosine.terms(a, b).products();
    List<String> terms = new ArrayList<>();
    for (int i = 0; i < products.length; i++) {
      if (products[i] != 0) {
        terms.add(
            messages.get(
                "similarity-matrix.term",
                Numbers.fixed(a[i], 3),
                Numbers.fixed(b[i], 3),
                Vocabulary.NOTEBOOK.words().get(i)));
      }
    }
    if (terms.isEmpty()) {
      return pair + " " + messages.get("similarity-matrix.cell.none");
    }
    return pair
        + " "
        + messages.get(
            "similarity-matrix.cell",
            String.join(" + ", terms),
            Cosine.of(a, b),
            a.length - terms.size());
  }
}
