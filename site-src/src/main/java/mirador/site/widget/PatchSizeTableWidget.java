package mirador.site.widget;

import java.util.ArrayList;
import java.util.List;
import mirador.concepts.explain.PatchSizeTableWords;
import mirador.concepts.text.Numbers;
import mirador.concepts.vit.Attention;
import mirador.concepts.vit.PatchGrid;
import mirador.concepts.vit.Patches;

/** The experiment with patch sizes, done (notebook cell 1.2-T1). */
final class PatchSizeTableWidget implements StaticWidget {
  @Override
  public String name() {
    return "patch-size-table";
  }

  @Override
  public String result(WidgetContext context) {
    return PatchSizeTableWords.result(context.messages(), grids(context));
  }

  @Override
  public Markup html(WidgetContext context) {
    List<List<String>> rows = new ArrayList<>();
    for (PatchGrid grid : grids(context)) {
      rows.add(
          List.of(
              grid.patch() + " px",
              PatchSizeTableWords.count(context.messages(), grid),
              Numbers.integer(grid.valuesPerPatch()),
              PatchSizeTableWords.crop(context.messages(), grid),
              Numbers.integer(Attention.pairs(grid.count()))));
    }
    List<String> columns = new ArrayList<>();
    for (String column : List.of("patch", "tokens", "values", "crop", "pairs")) {
      columns.add(context.messages().get("patch-size-table.column." + column));
    }
    return Tables.of(context.messages().get("patch-size-table.caption"), columns, rows);
  }

  private static List<PatchGrid> grids(WidgetContext context) {
    return context.settings().integers("sizes").stream()
        .map(
            size ->
                Patches.grid(context.picture(context.settings().picture("image")).pixels(), size))
        .toList();
  }
}
