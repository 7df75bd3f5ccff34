package mirador.web.model;

import java.util.List;

/**
 * How a stage went.
 *
 * @param seconds that it took; of {@link Stage#DECODE} all its tokens together
 * @param shapes of the tensors that went in and came out, by their names in the graphs: {@code
 *     "pixel_values (1, 3, 224, 224)"}; of {@link Stage#DECODE} those of the last token
 */
public record StageReport(Stage stage, double seconds, List<String> shapes) {
  public StageReport {
    shapes = List.copyOf(shapes);
  }
}
