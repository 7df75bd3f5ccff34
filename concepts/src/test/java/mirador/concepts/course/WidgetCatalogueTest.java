package mirador.concepts.course;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import mirador.concepts.CourseMessages;
import org.junit.jupiter.api.Test;

class WidgetCatalogueTest {
  @Test
  void everyWidgetHasItsTextsAndAllowedDefaults() {
    assertEquals(WidgetCatalogue.names().size(), new HashSet<>(WidgetCatalogue.names()).size());
    for (WidgetSpec widget : WidgetCatalogue.all()) {
      String title = CourseMessages.ES.get("widget." + widget.name() + ".title");
      assertTrue(!title.isEmpty() && !title.endsWith("."), title);
      assertTrue(CourseMessages.ES.get("widget." + widget.name() + ".about").endsWith("."));
      for (SettingSpec setting : widget.settings()) {
        assertTrue(setting.allows(setting.defaultValue()), widget.name() + "." + setting.name());
      }
    }
  }

  @Test
  void sectionsStandInAlphabeticalOrder() {
    List<String> titles = new ArrayList<>();
    for (String key : CourseMessages.ES.asMap().keySet()) {
      if (key.startsWith("widget.") && key.endsWith(".title")) {
        titles.add(key.substring("widget.".length(), key.length() - ".title".length()));
      }
    }
    assertEquals(titles.stream().sorted().toList(), titles);
    assertEquals(new HashSet<>(WidgetCatalogue.names()), new HashSet<>(titles));
  }

  @Test
  void readsSettings() {
    WidgetSettings settings = WidgetCatalogue.get("patch-grid").read(Map.of("patch", "32"));
    assertEquals(32, settings.integer("patch"));
    assertEquals("cat", settings.picture("image"));
    assertEquals(Map.of("patch", "32"), settings.changedFrom(settings.widget().defaults()));
    assertEquals(settings, settings.with("image", "car").with("image", "cat"));
    assertEquals(
        List.of(32, 48, 96),
        WidgetCatalogue.get("patch-size-table")
            .read(Map.of("sizes", "32, 48 96"))
            .integers("sizes"));
  }

  @Test
  void readsAMatrix() {
    WidgetSpec metrics = WidgetCatalogue.get("retrieval-metrics");
    assertEquals(0, metrics.defaults().matrix("matrix").length);
    double[][] matrix = metrics.read(Map.of("matrix", "0.9 0,1; -0.2 0.8")).matrix("matrix");
    assertArrayEquals(new double[] {0.9, 0.1}, matrix[0]);
    assertArrayEquals(new double[] {-0.2, 0.8}, matrix[1]);
    assertEquals("0.90 0.10; -0.20 0.80", WidgetSettings.written(matrix));
    assertEquals(
        "0.031 0.00 1.00 0.1235", WidgetSettings.written(new double[] {0.031, 0, 1, 0.12346}));
    assertThrows(SettingException.class, () -> metrics.read(Map.of("matrix", "0.9 0.1; 0.2")));
  }

  @Test
  void saysWhatIsAllowed() {
    assertEquals(
        "setting \"patch\" of patch-grid: \"7\" is not an integer from 8 to 128",
        refusal("patch-grid", "patch", "7"));
    assertEquals(
        "setting \"kernel\" of conv-attention: \"edge\" is not one of identity, blur, edges,"
            + " sharpen, own",
        refusal("conv-attention", "kernel", "edge"));
    assertEquals(
        "setting \"image\" of multimodal-responder: \"dog\" is not one of car, cat, puppy, \"\""
            + " (none)",
        refusal("multimodal-responder", "image", "dog"));
    assertEquals(
        "patch-grid has no setting \"pacth\" (value \"8\"): did you mean \"patch\"?",
        refusal("patch-grid", "pacth", "8"));
  }

  private static String refusal(String widget, String setting, String value) {
    WidgetSpec spec = WidgetCatalogue.get(widget);
    return assertThrows(SettingException.class, () -> spec.read(Map.of(setting, value)))
        .getMessage();
  }

  @Test
  void theAddressFallsBack() {
    WidgetSpec.LenientReading reading =
        WidgetCatalogue.get("patch-grid")
            .readLeniently(Map.of("patch", "900", "image", "car"), Map.of("patch", "16"));
    assertEquals(16, reading.settings().integer("patch"));
    assertEquals("car", reading.settings().picture("image"));
    assertEquals(1, reading.ignored().size());
    assertEquals("900", reading.ignored().get(0).value());
  }

  @Test
  void suggestsTheNearestName() {
    assertEquals(Optional.of("patch-grid"), WidgetCatalogue.suggestion("patch-gird"));
    String message =
        assertThrows(IllegalArgumentException.class, () -> WidgetCatalogue.get("patch-gird"))
            .getMessage();
    assertEquals("unknown widget \"patch-gird\": did you mean \"patch-grid\"?", message);
  }

  @Test
  void gettersRefuseTheWrongType() {
    WidgetSettings settings = WidgetCatalogue.get("patch-grid").defaults();
    assertThrows(IllegalArgumentException.class, () -> settings.integer("image"));
    assertThrows(IllegalArgumentException.class, () -> settings.integer("nope"));
  }
}
