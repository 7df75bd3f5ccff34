package mirador.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import mirador.concepts.course.WidgetCatalogue;
import mirador.site.widget.StaticWidgets;
import org.junit.jupiter.api.Test;

/** A widget of the catalogue is whole: it is used, and has a static result. */
final class CatalogueTest {
  /** They are made from their own blocks, not by a class in {@code StaticWidgets}. */
  private static final Set<String> BLOCKS = Set.of("question", "prediction", "exercise", "code");

  @Test
  void everyWidgetHasAStaticResult() {
    List<String> missing =
        WidgetCatalogue.names().stream()
            .filter(name -> !BLOCKS.contains(name) && StaticWidgets.find(name).isEmpty())
            .toList();
    assertEquals(List.of(), missing, "widgets without a static result");
  }

  /** That what is used also comes alive is what {@link EveryPageTest} tests on every page. */
  @Test
  void everyWidgetIsUsedInALesson() throws IOException {
    Set<String> used = new TreeSet<>();
    for (String page : BuiltSite.pages()) {
      Matcher widget =
          Pattern.compile("<section[^>]* data-widget=\"([^\"]+)\"")
              .matcher(Files.readString(BuiltSite.FOLDER.resolve(page)));
      while (widget.find()) {
        used.add(widget.group(1));
      }
    }
    assertEquals(new TreeSet<>(WidgetCatalogue.names()), used);
  }
}
