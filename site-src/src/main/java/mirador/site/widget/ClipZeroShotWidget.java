package mirador.site.widget;

import java.util.ArrayList;
import java.util.List;
import mirador.concepts.clip.PromptTemplates;
import mirador.concepts.clip.ZeroShot;
import mirador.concepts.explain.ClipZeroShotWords;
import mirador.concepts.text.Numbers;
import mirador.site.model.BakedClip;

/** Which of the classes CLIP chooses for a picture (section 2.3). */
final class ClipZeroShotWidget implements StaticWidget {
  @Override
  public String name() {
    return "clip-zero-shot";
  }

  @Override
  public String result(WidgetContext context) {
    return say(context, "waiting");
  }

  @Override
  public Markup html(WidgetContext context) {
    Markup play = Markup.group(RealClip.needs(context));
    context.clip().ifPresent(clip -> play.add(chart(context, clip)));
    return play;
  }

  private static Markup chart(WidgetContext context, BakedClip clip) {
    ZeroShot result = classified(context, clip, context.settings().choice("template"));
    List<List<Markup>> rows = new ArrayList<>();
    for (int position : result.order()) {
      rows.add(
          List.of(
              Markup.of("span", result.classes().get(position))
                  .classes("text-token")
                  .with("lang", "en"),
              BarHtml.of("bar-score", result.probability(position), 3),
              Markup.group().text(Numbers.fixed(result.cosine(position), 3))));
    }
    List<String> names =
        List.of(PromptTemplates.NONE, PromptTemplates.PHOTO, PromptTemplates.ENSEMBLE);
    String comparison =
        ClipZeroShotWords.comparison(
            context.messages(),
            names,
            names.stream().map(name -> classified(context, clip, name)).toList());
    return RealClip.baked(
        context,
        ClipZeroShotWords.result(
            context.messages(),
            context.picture(context.settings().picture("image")).name(),
            result),
        Tables.of(
            say(context, "chart"),
            List.of(
                say(context, "head.class"),
                say(context, "head.probability"),
                say(context, "head.cosine")),
            rows,
            "zero-shot"),
        Markup.of(
            "p",
            ClipZeroShotWords.scale(context.messages(), result, clip.model().config().logitScale())
                + " "
                + comparison));
  }

  /**
   * The result with the templates of a name.
   *
   * @throws IllegalArgumentException when the lesson's classes or templates cannot be used
   */
  private static ZeroShot classified(WidgetContext context, BakedClip clip, String name) {
    List<String> classes = PromptTemplates.lines(context.settings().text("classes"));
    List<String> templates = PromptTemplates.of(name, context.settings().text("templates"));
    String problem = ClipZeroShotWords.problem(context.messages(), classes, templates);
    if (!problem.isEmpty()) {
      throw new IllegalArgumentException(context.id() + ": " + problem);
    }
    return ZeroShot.of(
        clip.image(context.picture(context.settings().picture("image"))),
        classes,
        templates,
        clip::text,
        clip.model().config().logitScale());
  }

  private static String say(WidgetContext context, String key) {
    return context.messages().get("clip-zero-shot." + key);
  }
}
