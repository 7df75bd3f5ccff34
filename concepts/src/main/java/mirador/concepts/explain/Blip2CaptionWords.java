package mirador.concepts.explain;

import java.util.List;
import mirador.concepts.blip2.WrittenToken;
import mirador.concepts.generation.GenerationSettings;
import mirador.concepts.text.Messages;
import mirador.concepts.text.Numbers;

/** What BLIP-2 says of a picture without being asked (notebook cell 4.4). */
public final class Blip2CaptionWords {
  private Blip2CaptionWords() {}

  /** What there will be, before BLIP-2 is there. */
  public static String pending(Messages messages, String picture, GenerationSettings settings) {
    return messages.get("blip2-caption.pending", picture, settings(messages, settings));
  }

  /** How a text is written: «siempre el token más probable, hasta 30 tokens». */
  public static String settings(Messages messages, GenerationSettings settings) {
    String how =
        settings.isSampling()
            ? messages.get(
                "blip2-caption.how.lots",
                Numbers.fixed(settings.temperature(), 2),
                Numbers.percent(settings.topP()),
                (int) settings.seed())
            : messages.get(
                settings.beams() > 1 ? "blip2-caption.how.beams" : "blip2-caption.how.greedy",
                settings.beams());
    String most = messages.get("blip2-caption.how.most", how, settings.maxNewTokens());
    return settings.repetitionPenalty() == 1
        ? most
        : messages.get(
            "blip2-caption.how.penalty", most, Numbers.fixed(settings.repetitionPenalty(), 2));
  }

  /** What stands below while BLIP-2 is not there, when the site has brought results of it. */
  public static String baked(Messages messages) {
    return messages.get("blip2-caption.baked");
  }

  /** BLIP-2 is there and has not been asked. */
  public static String ready(Messages messages, String picture, GenerationSettings settings) {
    return messages.get("blip2-caption.ready", picture, settings(messages, settings));
  }

  /** It is writing. */
  public static String writing(Messages messages, String picture) {
    return messages.get("blip2-caption.writing", picture);
  }

  /** It has written. */
  public static String result(
      Messages messages, String picture, String text, List<WrittenToken> tokens, boolean ended) {
    return messages.get(
        "blip2-caption.result", picture, text, WrittenWords.facts(messages, tokens, ended));
  }

  /** It was stopped. */
  public static String stopped(Messages messages, String picture, String text) {
    return text.isEmpty()
        ? messages.get("blip2-caption.stopped.none", picture)
        : messages.get("blip2-caption.stopped", picture, text);
  }
}
