package mirador.concepts.blip2;

import mirador.concepts.course.WidgetSettings;
import mirador.concepts.generation.GenerationSettings;

/** How the widget {@code blip2-caption} is set to write. */
public final class CaptionSettings {
  private static final String BEAMS = "beams";
  private static final int BEAM_COUNT = 3;
  private static final double HUNDRED = 100;

  private CaptionSettings() {}

  /** Whether a choice of the setting {@code search} draws lots. */
  public static boolean isByLot(String search) {
    return search.equals("lots");
  }

  /** The settings of a text out of those of the widget. */
  public static GenerationSettings of(WidgetSettings chosen) {
    GenerationSettings greedy =
        GenerationSettings.greedy(chosen.integer("tokens"))
            .withRepetitionPenalty(chosen.integer("penalty") / HUNDRED);
    String search = chosen.choice("search");
    if (isByLot(search)) {
      return greedy.sampling(
          chosen.integer("temperature") / HUNDRED,
          chosen.integer("mass") / HUNDRED,
          chosen.integer("seed"));
    }
    return search.equals(BEAMS) ? greedy.withBeams(BEAM_COUNT) : greedy;
  }
}
