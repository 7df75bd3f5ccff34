package mirador.site.widget;

import java.util.List;
import mirador.concepts.explain.VqaRuleWords;
import mirador.concepts.text.Highlight;
import mirador.concepts.text.Messages;
import mirador.concepts.vqa.VisualFacts;
import mirador.concepts.vqa.VqaRule;

/** What the widgets of rules share: rules in order, facts, words that triggered a rule. */
final class RuleMarkup {
  private RuleMarkup() {}

  /**
   * A rule in words.
   *
   * @param condition when it applies
   * @param answers what it answers with
   */
  record Rule(String name, String condition, String answers) {}

  /**
   * Rules in the order in which they are tried.
   *
   * @param fired the place of the one that fired, or -1
   */
  static Markup list(Messages messages, String label, List<Rule> rules, int fired) {
    Markup list = Markup.of("ol").classes("rule-list").with("aria-label", label);
    for (int i = 0; i < rules.size(); i++) {
      Rule rule = rules.get(i);
      Markup item =
          Markup.of("li")
              .classes(i == fired ? "rule rule-fired" : "rule")
              .add(
                  Markup.of("strong", rule.name()).classes("rule-name"),
                  Markup.of("span", rule.condition()).classes("rule-condition"),
                  Markup.of("span", rule.answers()).classes("rule-answers"));
      if (i == fired) {
        item.add(Markup.of("span", messages.get("rules.fired")).classes("rule-verdict"));
      }
      list.add(item);
    }
    return list;
  }

  /** The rules of cell 3.1, none of them fired. */
  static Markup vqaRules(Messages messages) {
    List<Rule> rules =
        List.of(VqaRule.values()).stream()
            .map(
                rule ->
                    new Rule(
                        VqaRuleWords.title(messages, rule),
                        VqaRuleWords.condition(messages, rule),
                        VqaRuleWords.answers(messages, rule)))
            .toList();
    return list(messages, messages.get("vqa.rules"), rules, -1);
  }

  /** All that is written down about a picture. */
  static Markup facts(Messages messages, String picture) {
    Markup list = Markup.of("dl").classes("fact-list");
    for (VqaRuleWords.Fact fact : VqaRuleWords.facts(VisualFacts.of(picture))) {
      list.add(
          Markup.of("div")
              .classes("fact")
              .add(
                  Markup.of("dt").add(Markup.of("code", fact.field())),
                  english("dd", fact.value())));
    }
    return Markup.of("div")
        .classes("fact-card")
        .add(Markup.of("p", messages.get("vqa.facts", picture)).classes("fact-title"), list);
  }

  /** A text in the element, the words marked. */
  static Markup highlighted(String element, String text, List<String> words) {
    Markup line = Markup.of(element);
    for (Highlight.Piece piece : Highlight.of(text, words)) {
      if (piece.marked()) {
        line.add(Markup.of("mark", piece.text()));
      } else {
        line.text(piece.text());
      }
    }
    return line;
  }

  /** A text in English, said so for those who hear it. */
  static Markup english(String element, String text) {
    return Markup.of(element, text).with("lang", "en");
  }
}
