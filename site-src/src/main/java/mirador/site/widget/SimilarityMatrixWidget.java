package mirador.site.widget;

import mirador.concepts.course.Notebook;
import mirador.concepts.explain.SimilarityMatrixWords;
import mirador.concepts.retrieval.SimilarityMatrix;
import mirador.concepts.symbolic.SymbolicEmbedder;

/** The cosines of every caption with every picture (notebook cell 2.2c). */
final class SimilarityMatrixWidget implements StaticWidget {
  @Override
  public String name() {
    return "similarity-matrix";
  }

  @Override
  public String result(WidgetContext context) {
    return SimilarityMatrixWords.result(context.messages(), matrix());
  }

  @Override
  public Markup html(WidgetContext context) {
    String first = Notebook.PICTURES.get(0);
    String caption = Notebook.CAPTIONS.get(first);
    String sum =
        SimilarityMatrixWords.cell(
            context.messages(),
            caption,
            context.picture(first).name(),
            SymbolicEmbedder.text(caption),
            SymbolicEmbedder.image(first));
    return Markup.group(
        MatrixHtml.symbolic(
            context,
            context.messages().get("similarity-matrix.label"),
            Notebook.CAPTIONS,
            matrix()),
        Markup.of("p", sum).classes("cell-explained"));
  }

  private static SimilarityMatrix matrix() {
    return SimilarityMatrix.symbolic(Notebook.CAPTIONS);
  }
}
