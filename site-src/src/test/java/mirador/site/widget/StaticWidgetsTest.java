package mirador.site.widget;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import mirador.concepts.course.WidgetCatalogue;
import org.junit.jupiter.api.Test;

class StaticWidgetsTest {
  /** Made from their own blocks by stage 4. */
  private static final List<String> BLOCKS = List.of("question", "prediction", "exercise", "code");

  @Test
  void everyWidgetOfTheCatalogueHasOne() {
    Set<String> wanted = new TreeSet<>(WidgetCatalogue.names());
    wanted.removeAll(BLOCKS);
    Set<String> present =
        StaticWidgets.all().stream()
            .map(StaticWidget::name)
            .collect(Collectors.toCollection(TreeSet::new));
    assertEquals(wanted, present);
  }

  @Test
  void markupEscapesAndRefusesWhatThePolicyDrops() {
    Markup made = Markup.of("p", "a < b & c").with("title", "\"x\"");
    assertEquals("<p title=\"&quot;x&quot;\">a &lt; b &amp; c</p>", made.toString());
    assertEquals("0.33", Markup.number(1 / 3.0));
    assertThrows(IllegalArgumentException.class, () -> Markup.of("p").with("style", "color: red"));
    assertThrows(IllegalArgumentException.class, () -> Markup.of("p").with("onclick", "x()"));
  }
}
