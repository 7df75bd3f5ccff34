package mirador.site.widget;

import java.util.ArrayList;
import java.util.List;
import mirador.concepts.explain.TokenStripWords;
import mirador.concepts.image.Picture;
import mirador.concepts.vit.PatchGrid;
import mirador.concepts.vit.Patches;

/** The first tokens in a row, and the first numbers of the chosen one (notebook cell 1.1c). */
final class TokenStripWidget implements StaticWidget {
  private static final int TOKENS = 24;
  private static final int PIXELS = 8;
  private static final int SIDE = 52;
  private static final int STEP = 60;
  private static final int HEIGHT = 82;

  @Override
  public String name() {
    return "token-strip";
  }

  @Override
  public String result(WidgetContext context) {
    return TokenStripWords.result(context.messages(), grid(context), token(context));
  }

  @Override
  public Markup html(WidgetContext context) {
    PatchGrid grid = grid(context);
    if (grid.count() == 0) {
      return Markup.group();
    }
    return Markup.group(
        Tables.scrollable(result(context), strip(context, grid)),
        Markup.of("p", TokenStripWords.order(context.messages(), grid, token(context)))
            .classes("token-order"),
        numbers(context, grid));
  }

  private static Markup strip(WidgetContext context, PatchGrid grid) {
    String id = context.settings().picture("image");
    int shown = Math.min(TOKENS, grid.count());
    Markup strip =
        Markup.svg((double) shown * STEP, HEIGHT)
            .classes("token-row")
            .with("role", "img")
            .with("aria-label", context.picture(id).alt())
            .add(
                Markup.of("defs")
                    .add(
                        Markup.of("image")
                            .with("id", context.id("picture"))
                            .with("href", context.addresses().get(id))
                            .with("width", grid.width())
                            .with("height", grid.height())));
    for (int i = 0; i < shown; i++) {
      strip.add(
          Markup.of("svg")
              .with("x", i * STEP + 4)
              .with("y", 4)
              .with("width", SIDE)
              .with("height", SIDE)
              .with(
                  "viewBox", grid.x(i) + " " + grid.y(i) + " " + grid.patch() + " " + grid.patch())
              .add(Markup.of("use").with("href", "#" + context.id("picture"))),
          Markup.of("rect")
              .classes(i == token(context) ? "token-edge chosen" : "token-edge")
              .with("x", i * STEP + 4)
              .with("y", 4)
              .with("width", SIDE)
              .with("height", SIDE),
          Markup.of("text", "P" + i)
              .with("x", i * STEP + 4 + SIDE / 2)
              .with("y", 75)
              .with("text-anchor", "middle"));
    }
    return strip;
  }

  private static Markup numbers(WidgetContext context, PatchGrid grid) {
    int[] vector =
        Patches.flatten(
            context.picture(context.settings().picture("image")).pixels(), grid, token(context));
    List<List<String>> rows = new ArrayList<>();
    int pixels = Math.min(PIXELS, vector.length / Picture.CHANNELS);
    for (int pixel = 0; pixel < pixels; pixel++) {
      List<String> row = new ArrayList<>();
      row.add(pixel / grid.patch() + ", " + pixel % grid.patch());
      for (int c = 0; c < Picture.CHANNELS; c++) {
        row.add(Integer.toString(vector[pixel * Picture.CHANNELS + c]));
      }
      rows.add(row);
    }
    List<String> columns = new ArrayList<>();
    columns.add(context.messages().get("token-strip.pixel"));
    for (int c = 0; c < Picture.CHANNELS; c++) {
      columns.add(TokenStripWords.channel(context.messages(), c));
    }
    return Tables.of(
        context.messages().get("token-strip.first", pixels, token(context)), columns, rows);
  }

  private static int token(WidgetContext context) {
    int last = Math.max(0, grid(context).count() - 1);
    return Math.min(last, context.settings().integer("token"));
  }

  private static PatchGrid grid(WidgetContext context) {
    return Patches.grid(
        context.picture(context.settings().picture("image")).pixels(),
        context.settings().integer("patch"));
  }
}
