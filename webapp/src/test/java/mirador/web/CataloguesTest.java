package mirador.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import mirador.concepts.course.WidgetCatalogue;
import mirador.concepts.course.WidgetSpec;
import mirador.web.widgets.LiveCatalogue;
import mirador.web.widgets.ModelCatalogue;
import org.junit.jupiter.api.Test;

/** Every widget of the course is alive in exactly one of the page's two scripts. */
final class CataloguesTest {
  @Test
  void whatNeedsNoModelIsInThePageScript() {
    assertEquals(declared(false), new TreeSet<>(LiveCatalogue.all().names()));
  }

  @Test
  void whatUsesAModelIsInTheScriptOfItsOwn() {
    assertEquals(declared(true), new TreeSet<>(ModelCatalogue.all().names()));
  }

  private static Set<String> declared(boolean usesModel) {
    return WidgetCatalogue.all().stream()
        .filter(widget -> widget.usesModel() == usesModel)
        .map(WidgetSpec::name)
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
