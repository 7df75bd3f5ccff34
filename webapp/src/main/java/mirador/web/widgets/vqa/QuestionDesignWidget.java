package mirador.web.widgets.vqa;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import mirador.concepts.course.Notebook;
import mirador.concepts.explain.QuestionDesignWords;
import mirador.web.course.CourseState;
import mirador.web.course.PictureShelf;
import mirador.web.dom.Dom;
import mirador.web.widget.Widget;
import mirador.web.widget.WidgetFrame;
import org.teavm.jso.dom.html.HTMLElement;

/**
 * Two questions of the learner's about every picture, answered live, and a comment on the answers
 * (notebook cell 3.3).
 */
public final class QuestionDesignWidget implements Widget {
  private final List<DesignedQuestion> questions = new ArrayList<>();
  private final Map<String, HTMLElement> names = new LinkedHashMap<>();
  private final Map<String, HTMLElement> comments = new LinkedHashMap<>();
  private final Map<String, PictureView> pictures = new LinkedHashMap<>();
  private WidgetFrame frame;

  @Override
  public void build(WidgetFrame frame) {
    this.frame = frame;
    List<Answerer> answerers = List.of(new RuleAnswerer(frame.messages()));
    HTMLElement cards = Dom.el("div", "design-cards");
    for (String picture : Notebook.PICTURES) {
      cards.appendChild(card(picture, answerers));
    }
    frame.lay(cards);
    frame.follow("design.");
  }

  private HTMLElement card(String picture, List<Answerer> answerers) {
    HTMLElement name = Dom.text("span", "", "");
    names.put(picture, name);
    PictureView view = new PictureView(frame);
    pictures.put(picture, view);
    HTMLElement asked = Dom.el("div", "design-questions");
    HTMLElement card =
        Dom.el(
            "fieldset",
            "design-card",
            Dom.el("legend", "", name),
            Dom.el("div", "design-row", view.element(), asked));
    for (String kind : QuestionDesignWords.KINDS) {
      DesignedQuestion question = new DesignedQuestion(frame, picture, kind, answerers);
      questions.add(question);
      asked.appendChild(question.element());
    }
    HTMLElement comment = Dom.el("textarea", "");
    comment.setAttribute("rows", "3");
    comment.setAttribute("maxlength", Integer.toString(CourseState.MAX_LENGTH));
    Dom.on(comment, "input", () -> frame.state().put(comment(picture), Dom.value(comment)));
    comments.put(picture, comment);
    card.appendChild(
        frame.controls().wrap(frame.say("question-design.comment"), picture + "-comment", comment));
    return card;
  }

  @Override
  public void update() {
    for (String picture : Notebook.PICTURES) {
      pictures.get(picture).show(picture);
      Dom.setText(names.get(picture), PictureShelf.shared().name(picture));
      Dom.setValue(comments.get(picture), frame.state().get(comment(picture), ""));
    }
    int written = 0;
    int unanswered = 0;
    for (DesignedQuestion question : questions) {
      question.update();
      written += question.written() ? 1 : 0;
      unanswered += question.written() && !question.understood() ? 1 : 0;
    }
    frame.result(QuestionDesignWords.result(frame.messages(), written, unanswered));
  }

  @Override
  public void reset() {
    for (DesignedQuestion question : questions) {
      question.forget();
    }
    for (String picture : Notebook.PICTURES) {
      frame.state().remove(comment(picture));
    }
  }

  private static String comment(String picture) {
    return "design." + picture + ".comment";
  }
}
