package mirador.site.widget;

import java.util.List;
import java.util.Optional;

/** All static widgets, by name. */
public final class StaticWidgets {
  private static final List<StaticWidget> ALL =
      List.of(new PatchGridWidget(), new AnswerCollectionWidget());

  private StaticWidgets() {}

  public static List<StaticWidget> all() {
    return ALL;
  }

  public static Optional<StaticWidget> find(String name) {
    return ALL.stream().filter(widget -> widget.name().equals(name)).findFirst();
  }
}
