package mirador.web.widget;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/** The live widgets that a script holds, by their names in the lessons. */
public final class WidgetMakers {
  private final Map<String, Supplier<Widget>> all = new LinkedHashMap<>();

  public void put(String name, Supplier<Widget> maker) {
    all.put(name, maker);
  }

  public Set<String> names() {
    return all.keySet();
  }

  /** A new widget of one of the {@link #names}. */
  Widget create(String name) {
    return all.get(name).get();
  }
}
