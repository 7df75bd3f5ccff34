package mirador.web.widgets.answers;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import mirador.concepts.course.AnswerSheet;
import mirador.web.course.CourseData;
import mirador.web.dom.Dom;
import org.teavm.jso.dom.html.HTMLElement;
import org.teavm.jso.dom.xml.Node;

/**
 * A learner's sheet as it stands in a page.
 *
 * @param nothing what stands where nothing was written
 * @param onlyWritten whether that is left out altogether
 * @param beside what comes under an item, if anything does
 */
public record SheetView(
    String nothing, boolean onlyWritten, Function<AnswerSheet.Item, Optional<HTMLElement>> beside) {

  /** Whose it is and what it is known by. */
  public List<Node> about(AnswerSheet sheet) {
    List<Node> lines = new ArrayList<>();
    sheet.about().forEach(line -> lines.add(Dom.text("p", "answer-about", line)));
    return lines;
  }

  /** What was written in one lesson; empty when all of it is left out. */
  public Optional<HTMLElement> section(AnswerSheet.Section section) {
    HTMLElement block = Dom.el("section", "answer-section", Dom.text("h3", "", section.title()));
    boolean any = false;
    for (AnswerSheet.Item item : section.items()) {
      if (!onlyWritten || !item.text().isBlank()) {
        block.appendChild(item(item));
        any = true;
      }
    }
    return any ? Optional.of(block) : Optional.empty();
  }

  private HTMLElement item(AnswerSheet.Item item) {
    HTMLElement prompt = Dom.el("p", "answer-prompt");
    if (item.href().isEmpty()) {
      Dom.setText(prompt, item.prompt());
    } else {
      HTMLElement link = Dom.text("a", "", item.prompt());
      link.setAttribute("href", CourseData.root() + item.href());
      prompt.appendChild(link);
    }
    HTMLElement block = Dom.el("div", "answer-item", prompt, text(item));
    if (!item.remark().isEmpty()) {
      block.appendChild(Dom.text("p", "answer-remark", item.remark()));
    }
    beside.apply(item).ifPresent(block::appendChild);
    return block;
  }

  private HTMLElement text(AnswerSheet.Item item) {
    if (item.text().isBlank()) {
      return Dom.text("p", "answer-nothing", nothing);
    }
    if (!item.isProgram()) {
      return Dom.text("p", "answer-text", item.text());
    }
    HTMLElement program = Dom.el("pre", "answer-code", Dom.text("code", "", item.text()));
    program.setAttribute("tabindex", "0");
    program.setAttribute("role", "region");
    program.setAttribute("aria-label", item.prompt());
    return program;
  }
}
