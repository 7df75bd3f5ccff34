package mirador.concepts.explain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import mirador.concepts.CourseMessages;
import mirador.concepts.contrastive.TrainingSettings;
import mirador.concepts.contrastive.TrainingState;
import mirador.concepts.contrastive.TrainingState.Score;
import mirador.concepts.drawing.LossPlot;
import mirador.concepts.drawing.Mark;
import org.junit.jupiter.api.Test;

class ContrastiveTrainingWordsTest {
  private static final Score NONE = new Score(0, Double.NaN, 0, 0);
  private static final TrainingState START =
      new TrainingState(0, Double.NaN, 0.07, new Score(6, 5.874, 1, 1), new Score(2, 7.755, 0, 0));
  private static final TrainingState END =
      new TrainingState(200, 0.004, 0.07, new Score(6, 0.12, 6, 5), new Score(2, 7.39, 1, 0));

  @Test
  void saysHowTheTrainingStands() {
    assertEquals(
        "Paso 200 de 200. Con todas como candidatas, las parejas vistas aciertan 11 de 12 búsquedas"
            + " (error 0.12) y las no vistas, 1 de 4 (error 7.39). A ciegas, el error sería"
            + " ln 8 = 2.08.",
        ContrastiveTrainingWords.result(CourseMessages.ES, END, 200));
    TrainingState all = new TrainingState(0, Double.NaN, 1, new Score(3, 1.1, 0, 0), NONE);
    assertEquals(
        "Paso 0 de 10. Con todas como candidatas, las parejas vistas aciertan 0 de 6 búsquedas"
            + " (error 1.10). A ciegas, el error sería ln 3 = 1.10.",
        ContrastiveTrainingWords.result(CourseMessages.ES, all, 10));
  }

  @Test
  void saysWithWhatItTrains() {
    assertEquals(
        "8 parejas: 6 para entrenar y 2 sin ver. Lotes de 6, τ = 0.070 fija, Adam con tasa 0.0003,"
            + " semilla 1.",
        ContrastiveTrainingWords.recipe(
            CourseMessages.ES, new TrainingSettings(true, 8, 0.07, false, true, 0.0003, 1), END));
    TrainingState all = new TrainingState(0, Double.NaN, 1, new Score(3, 1.1, 0, 0), NONE);
    assertEquals(
        "3 parejas: 3 para entrenar y ninguna sin ver. Lotes de 2, τ = 1.000 al empezar (se aprende),"
            + " descenso de gradiente con tasa 10, semilla 7.",
        ContrastiveTrainingWords.recipe(
            CourseMessages.ES, new TrainingSettings(true, 2, 1, true, false, 10, 7), all));
  }

  @Test
  void saysWhatBothSoftmaxesMakeOfACell() {
    // Of the text among two pictures e^0.5 / (e^0.5 + e^0), of the picture e^0.5 / (e^0.5 + e^1).
    assertEquals(
        "«uno» con la imagen de «dos»: coseno 0.50. Entre todas las imágenes, el texto le da una"
            + " probabilidad de 0.62; entre todos los textos, la imagen le da 0.38.",
        ContrastiveTrainingWords.cell(
            CourseMessages.ES, List.of("uno", "dos"), new double[][] {{0, 0.5}, {0, 1}}, 1, 0, 1));
  }

  @Test
  void aTableRowLeavesOutWhatThereIsNot() {
    assertEquals(
        List.of("0", "0.070", "–", "5.87", "2 / 12", "7.76", "0 / 4"),
        ContrastiveTrainingWords.row(
            new TrainingState(0, Double.NaN, 0.07, START.seen(), new Score(2, 7.757, 0, 0))));
    assertEquals(
        ContrastiveTrainingWords.heads(CourseMessages.ES).size(),
        ContrastiveTrainingWords.row(END).size());
    TrainingState all = new TrainingState(3, 0.5, 1, new Score(3, 1.1, 0, 0), NONE);
    assertEquals("–", ContrastiveTrainingWords.row(all).get(5));
    assertEquals("–", ContrastiveTrainingWords.row(all).get(6));
  }

  @Test
  void thePlotHoldsEveryLossAndBlindChance() {
    LossPlot plot = LossPlot.of(List.of(START, END), 200, 8);
    assertEquals(8, plot.top());
    assertEquals(LossPlot.LEFT, plot.x(0));
    assertEquals(LossPlot.RIGHT, plot.x(200));
    assertEquals(LossPlot.LOWER, plot.y(0));
    assertEquals(LossPlot.UPPER, plot.y(8));
    TrainingState low = new TrainingState(1, 0.1, 1, new Score(8, 0.2, 8, 8), NONE);
    assertEquals(2.5, LossPlot.of(List.of(low), 10, 8).top(), 1e-9);
    Mark drawn = plot.drawn(List.of(START, END), 8, "label", "paso");
    // The batch has no loss before the first step: its curve begins with the second state.
    assertTrue(
        drawn.children().stream()
            .anyMatch(
                m ->
                    m.attributes().get("class").equals("loss-batch")
                        && m.attributes().get("d").startsWith("M 430")));
  }
}
