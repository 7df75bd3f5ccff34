package mirador.training.evaluation;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import mirador.concepts.blip2.Blip2Language;
import mirador.concepts.blip2.Blip2Vision;
import mirador.concepts.course.Notebook;
import mirador.concepts.tensor.FloatTensor;
import mirador.models.clip.PictureFile;

/**
 * What a BLIP-2 model says of one of the course's figures.
 *
 * @param figure its file
 * @param caption of it
 * @param answers to {@link Notebook#SAMPLE_QUESTIONS}, in their order
 */
public record FigureAnswers(String figure, String caption, List<String> answers) {
  /**
   * Asks about every figure.
   *
   * @param folder of the figures
   * @throws IOException when one cannot be read
   */
  public static List<FigureAnswers> of(Blip2Vision vision, Blip2Language language, Path folder)
      throws IOException {
    List<FigureAnswers> all = new ArrayList<>();
    for (String figure : FigureMatrix.FIGURES) {
      FloatTensor seen = vision.look(PictureFile.read(folder.resolve(figure))).projected();
      all.add(
          new FigureAnswers(
              figure,
              Blip2Scores.caption(language, seen),
              Notebook.SAMPLE_QUESTIONS.stream()
                  .map(question -> Blip2Scores.answer(language, seen, question))
                  .toList()));
    }
    return all;
  }
}
