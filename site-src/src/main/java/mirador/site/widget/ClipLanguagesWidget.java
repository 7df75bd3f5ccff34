package mirador.site.widget;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import mirador.concepts.course.Notebook;
import mirador.concepts.explain.ClipLanguagesWords;
import mirador.concepts.retrieval.SimilarityMatrix;
import mirador.concepts.tokenizer.Encoding;
import mirador.concepts.tokenizer.TokenWords;
import mirador.site.model.BakedClip;

/** The same captions in English and in Spanish, as CLIP compares and cuts them. */
final class ClipLanguagesWidget implements StaticWidget {
  /** The pair whose pieces are shown; the live widget shows all three. */
  private static final String SHOWN = "puppy";

  @Override
  public String name() {
    return "clip-languages";
  }

  @Override
  public String result(WidgetContext context) {
    return say(context, "waiting");
  }

  @Override
  public Markup html(WidgetContext context) {
    Markup play = Markup.group(RealClip.needs(context));
    context.clip().ifPresent(clip -> play.add(compared(context, clip)));
    return play.add(Markup.of("p", say(context, "why")).classes("widget-hint"));
  }

  private static Markup compared(WidgetContext context, BakedClip clip) {
    SimilarityMatrix english = RealClip.matrix(context, Notebook.CAPTIONS).orElseThrow();
    SimilarityMatrix spanish = RealClip.matrix(context, spanish(context)).orElseThrow();
    List<List<String>> rows = new ArrayList<>();
    List<Integer> englishTokens = new ArrayList<>();
    List<Integer> spanishTokens = new ArrayList<>();
    for (int i = 0; i < Notebook.PICTURES.size(); i++) {
      String id = Notebook.PICTURES.get(i);
      rows.add(
          List.of(
              context.picture(id).name(),
              ClipLanguagesWords.place(context.messages(), english, i),
              ClipLanguagesWords.place(context.messages(), spanish, i)));
      englishTokens.add(clip.model().encode(Notebook.CAPTIONS.get(id)).length());
      spanishTokens.add(clip.model().encode(spanish(context).get(id)).length());
    }
    return RealClip.baked(
        context,
        ClipLanguagesWords.result(
            context.messages(), english, spanish, id -> context.picture(id).name()),
        Tables.of(
            say(context, "places"),
            List.of(
                context.messages().get("ambiguity-experiment.margins.text"),
                say(context, "english"),
                say(context, "spanish")),
            rows),
        Markup.of("p", ClipLanguagesWords.tokens(context.messages(), englishTokens, spanishTokens)),
        strip(context, clip, Notebook.CAPTIONS.get(SHOWN), "en"),
        strip(context, clip, spanish(context).get(SHOWN), "es"));
  }

  private static Markup strip(WidgetContext context, BakedClip clip, String text, String language) {
    Encoding encoding = clip.model().encode(text);
    List<List<String>> words = TokenWords.of(encoding.tokens());
    Markup list =
        Markup.of("ul")
            .classes("piece-strip")
            .with("lang", language)
            .with("aria-label", context.messages().get("clip-languages.strip", text));
    for (List<String> word : words) {
      Markup item =
          Markup.of("li").with("title", ClipLanguagesWords.word(context.messages(), word));
      word.forEach(piece -> item.add(Markup.of("span", piece).classes("text-token")));
      list.add(item);
    }
    return Markup.group(
        list,
        Markup.of(
                "p",
                ClipLanguagesWords.pieces(
                    context.messages(), encoding.length(), words, encoding.cut().size()))
            .classes("widget-hint"));
  }

  private static Map<String, String> spanish(WidgetContext context) {
    Map<String, String> captions = new LinkedHashMap<>();
    Notebook.PICTURES.forEach(id -> captions.put(id, context.settings().text(id)));
    return captions;
  }

  private static String say(WidgetContext context, String key) {
    return context.messages().get("clip-languages." + key);
  }
}
