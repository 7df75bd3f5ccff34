package mirador.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import mirador.browser.BuiltSite.Way;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The course's small NumPy gives in the page what NumPy gives: values and kinds, texts as it prints
 * them, and the kinds of its errors. The expected values were computed by the version that the
 * table names.
 */
final class NumpyConformanceTest {
  private static final double TOLERANCE = 1e-12;
  private static final int FEWEST = 150;

  private final JsonNode table;

  NumpyConformanceTest() throws IOException {
    try (InputStream file = NumpyConformanceTest.class.getResourceAsStream("/cells/numpy.json")) {
      table = new JsonMapper().readTree(file);
    }
  }

  @ParameterizedTest
  @EnumSource(Way.class)
  void everyExpressionGivesWhatNumpyGives(Way way) {
    JsonNode expressions = table.get("expressions");
    assertTrue(expressions.size() >= FEWEST, expressions.size() + " expressions");
    List<String> runs = new ArrayList<>();
    expressions.forEach(one -> runs.add(one.get("run").asText()));
    List<String> different = new ArrayList<>();
    try (Visit visit = Visit.to(way, "01-vit.html")) {
      JsonNode answer = new PythonInPage(visit).run(table.get("setup").asText(), runs);
      assertTrue(answer.get("error").isNull(), answer.get("error").toString());
      assertEquals(runs.size(), answer.get("cases").size());
      for (int i = 0; i < runs.size(); i++) {
        compare(runs.get(i), expressions.get(i), answer.get("cases").get(i), different);
      }
    }
    assertEquals(List.of(), different);
  }

  @ParameterizedTest
  @EnumSource(Way.class)
  void everyProgramLeavesWhatItLeavesWithNumpy(Way way) {
    List<String> different = new ArrayList<>();
    try (Visit visit = Visit.to(way, "01-vit.html")) {
      PythonInPage python = new PythonInPage(visit);
      assertTrue(table.get("programs").size() > 0);
      for (JsonNode one : table.get("programs")) {
        String code = table.get("setup").asText() + one.get("code").asText();
        JsonNode answer = python.run(code, List.of("r"));
        if (answer.get("error").isNull()) {
          compare(one.get("code").asText(), one, answer.get("cases").get(0), different);
        } else {
          different.add(one.get("code") + ": " + answer.get("error"));
        }
      }
    }
    assertEquals(List.of(), different);
  }

  @ParameterizedTest
  @EnumSource(Way.class)
  void whatNumpyRefusesIsRefusedInTheSameWay(Way way) {
    List<String> runs = new ArrayList<>();
    table.get("errors").forEach(one -> runs.add(one.get("run").asText()));
    assertTrue(runs.size() > 0);
    try (Visit visit = Visit.to(way, "01-vit.html")) {
      JsonNode answer = new PythonInPage(visit).run(table.get("setup").asText(), runs);
      for (int i = 0; i < runs.size(); i++) {
        JsonNode error = answer.get("cases").get(i).get("error");
        assertEquals(
            table.get("errors").get(i).get("name").asText(),
            error.path("name").asText(),
            runs.get(i) + ": " + error);
      }
    }
  }

  private static void compare(
      String run, JsonNode expected, JsonNode came, List<String> different) {
    if (!came.get("error").isNull()) {
      different.add(run + ": " + came.get("error"));
    } else if (!same(expected.get("wanted"), came.get("value"))) {
      different.add(run + ": " + came.get("value") + ", not " + expected.get("wanted"));
    }
  }

  private static boolean same(JsonNode wanted, JsonNode got) {
    if (!wanted.get("kind").equals(got.get("kind"))
        || !wanted.path("shape").equals(got.path("shape"))) {
      return false;
    }
    if (wanted.get("kind").asText().equals("dict")) {
      // A dictionary of MicroPython keeps no order.
      return pairs(wanted).equals(pairs(got));
    }
    if (wanted.has("items")) {
      boolean same = wanted.get("items").size() == got.get("items").size();
      for (int i = 0; same && i < wanted.get("items").size(); i++) {
        same = same(wanted.get("items").get(i), got.get("items").get(i));
      }
      return same;
    }
    if (wanted.get("kind").asText().equals("float")) {
      return near(wanted.get("value").asText(), got.get("value").asText());
    }
    return wanted.path("value").equals(got.path("value"))
        && wanted.path("truth").equals(got.path("truth"));
  }

  private static Set<String> pairs(JsonNode dictionary) {
    Set<String> pairs = new TreeSet<>();
    for (int i = 0; i < dictionary.get("items").size(); i += 2) {
      JsonNode key = dictionary.get("items").get(i);
      JsonNode value = dictionary.get("items").get(i + 1);
      pairs.add(
          key.get("value").asText()
              + ": "
              + value.get("kind").asText()
              + " "
              + value.get("value").asText());
    }
    return pairs;
  }

  private static boolean near(String wanted, String got) {
    if (wanted.equals(got)) {
      return true;
    }
    if (wanted.contains("n") || got.contains("n")) {
      return false; // nan, inf
    }
    double one = Double.parseDouble(wanted);
    double other = Double.parseDouble(got);
    return Math.abs(one - other) <= TOLERANCE * Math.max(Math.abs(one), Math.abs(other));
  }
}
