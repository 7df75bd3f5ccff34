package mirador.concepts.explain;

import java.util.List;
import mirador.concepts.blip2.Blip2Config;
import mirador.concepts.text.Messages;

/** The four stages of BLIP-2 for one question (notebook cell 3.2). */
public final class Blip2StagesWords {
  /** How many there are. */
  public static final int STAGES = 4;

  private Blip2StagesWords() {}

  /** What the shapes tell without a model; its numbers are published. */
  public static String pending(
      Messages messages, Blip2Config config, String picture, String question) {
    return messages.get(
        "blip2-stages.pending",
        config.imageTokens(),
        config.visionWidth(),
        config.queries(),
        config.languageWidth(),
        question,
        picture);
  }

  /** BLIP-2 is there and has not been asked. */
  public static String ready(Messages messages, String picture) {
    return messages.get("blip2-stages.ready", picture);
  }

  /** It is at work. */
  public static String running(Messages messages) {
    return messages.get("blip2-stages.running");
  }

  /**
   * What it answered, and which stage took longest.
   *
   * @param seconds of the four stages, of one that did not happen 0
   * @param tokens that were written, the first of them by the third stage
   */
  public static String result(
      Messages messages, String question, String answer, List<Double> seconds, int tokens) {
    double sum = 0;
    int slowest = 0;
    for (int i = 0; i < seconds.size(); i++) {
      sum += seconds.get(i);
      slowest = seconds.get(i) > seconds.get(slowest) ? i : slowest;
    }
    return messages.get(
        "blip2-stages.result",
        question,
        answer,
        WrittenWords.seconds(messages, sum),
        name(messages, slowest + 1),
        WrittenWords.seconds(messages, seconds.get(slowest)),
        tokens);
  }

  /** It was stopped. */
  public static String stopped(Messages messages) {
    return messages.get("blip2-stages.stopped");
  }

  /** What a stage is called, from 1: «Leer la imagen». */
  public static String name(Messages messages, int stage) {
    return messages.get("blip2-stages.stage." + stage);
  }

  /** What is done in it. */
  public static String about(Messages messages, int stage, Blip2Config config) {
    return messages.get(
        "blip2-stages.stage." + stage + ".about",
        config.patchSize(),
        config.visionLayers(),
        config.queries(),
        config.queryLayers(),
        config.queryWidth(),
        config.languageWidth(),
        config.languageLayers());
  }

  /** What goes in and what comes out: «(257, 1408) → (32, 2560)», as a screen reader says it. */
  public static String shapes(Messages messages, String in, String out) {
    return messages.get("blip2-stages.shapes", in, out);
  }

  /**
   * Tokens of a prompt, out of what the third stage was seen to read.
   *
   * @param shape {@code "inputs_embeds (1, 45, 2560)"}
   * @return 13, or 0 where the shape is another
   */
  public static int promptTokens(String shape, Blip2Config config) {
    int from = shape.indexOf(", ");
    int to = shape.lastIndexOf(", ");
    if (from < 0 || to <= from) {
      return 0;
    }
    return Integer.parseInt(shape.substring(from + 2, to)) - config.queries();
  }
}
