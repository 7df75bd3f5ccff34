package mirador.site.render;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import mirador.site.node.NodeScript;
import mirador.site.problem.Place;
import mirador.site.problem.Problems;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

/**
 * TeX to MathML, all formulas of the site in one run of temml under Node.
 *
 * <p>A formula with a list of symbols gets {@code data-symbol="s1"} on the list's rows and on the
 * parts of the formula that are written the same, so that the page can show which is which.
 */
final class Formulas {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Words in upright letters, which TeX would set letter by letter. */
  private static final Pattern WORD =
      Pattern.compile("\\\\(?:mathrm|operatorname)\\{((?:[\\p{L}@ ]|\\\\_){2,})\\}");

  private record Formula(String tex, boolean display) {}

  private final NodeScript temml;
  private final Map<String, Place> places;
  private final Problems problems;

  /**
   * @param places where each TeX text stands first, for problems
   */
  Formulas(NodeScript temml, Map<String, Place> places, Problems problems) {
    this.temml = temml;
    this.places = places;
    this.problems = problems;
  }

  /**
   * Replaces every {@code [data-tex]}.
   *
   * @throws IOException when Node cannot be run
   */
  void fill(Collection<Element> roots) throws IOException {
    Set<Formula> formulas = new LinkedHashSet<>();
    for (Element root : roots) {
      root.select("[data-tex]").forEach(span -> formulas.add(formula(span)));
    }
    if (formulas.isEmpty()) {
      return;
    }
    Map<Formula, JsonNode> results = convert(List.copyOf(formulas));
    for (Element root : roots) {
      root.select("[data-tex]").forEach(span -> replace(span, results));
      root.select("figure.formula").forEach(Formulas::linkSymbols);
    }
  }

  private static Formula formula(Element span) {
    return new Formula(span.attr("data-tex"), Boolean.parseBoolean(span.attr("data-display")));
  }

  private void replace(Element span, Map<Formula, JsonNode> results) {
    Formula formula = formula(span);
    JsonNode result = results.get(formula);
    if (result.has("error")) {
      problems.add(
          places.getOrDefault(formula.tex(), Place.of("messages")),
          "formula \"" + formula.tex() + "\": " + result.get("error").asText().strip());
      return;
    }
    Element math = parse(result.get("mathml").asText()).expectFirst("math");
    math.attr("alttext", formula.tex().replaceAll("\\s+", " "));
    span.replaceWith(math);
  }

  private static Element parse(String mathml) {
    Element root = org.jsoup.Jsoup.parse(mathml, "", Parser.xmlParser());
    for (Element element : root.select("[style]")) {
      // The page's policy drops inline styles; the spacing they ask for is in page.css.
      element.removeAttr("style");
    }
    return root;
  }

  private static void linkSymbols(Element figure) {
    Element formula = figure.expectFirst(".formula-math");
    for (Element row : figure.select(".symbol-row")) {
      Element symbol = row.selectFirst("math");
      if (symbol == null || symbol.childrenSize() != 1) {
        continue;
      }
      String written = symbol.child(0).outerHtml();
      for (Element part : formula.select(symbol.child(0).tagName())) {
        if (part.outerHtml().equals(written)) {
          part.attr("data-symbol", row.attr("data-symbol"));
        }
      }
    }
  }

  private Map<Formula, JsonNode> convert(List<Formula> formulas) throws IOException {
    List<Map<String, Object>> asked = new ArrayList<>();
    for (Formula formula : formulas) {
      String tex = WORD.matcher(formula.tex()).replaceAll(Formulas::upright);
      asked.add(Map.of("tex", tex, "display", formula.display()));
    }
    JsonNode answers = JSON.readTree(temml.run(JSON.writeValueAsBytes(asked)));
    Map<Formula, JsonNode> results = new LinkedHashMap<>();
    for (int i = 0; i < formulas.size(); i++) {
      results.put(formulas.get(i), answers.get(i));
    }
    return results;
  }

  private static String upright(java.util.regex.MatchResult word) {
    return Matcher.quoteReplacement("\\text{" + word.group(1) + "}");
  }
}
