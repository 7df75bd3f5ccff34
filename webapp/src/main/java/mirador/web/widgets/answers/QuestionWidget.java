package mirador.web.widgets.answers;

import mirador.web.course.CourseState;
import mirador.web.dom.Dom;
import mirador.web.widget.Widget;
import mirador.web.widget.WidgetFrame;
import org.teavm.jso.dom.html.HTMLElement;
import org.teavm.jso.dom.xml.NodeList;

/**
 * A question with a box for the answer, saved at every key. The model answer opens once something
 * is written or the learner asks for it; its checklist is for judging one's own answer.
 */
public final class QuestionWidget implements Widget {
  private static final int ENOUGH = 15;

  private WidgetFrame frame;
  private String key;
  private HTMLElement area;
  private ModelAnswer model;

  @Override
  public void build(WidgetFrame frame) {
    this.frame = frame;
    String id = frame.section().getAttribute("data-question");
    key = "answer." + id;
    area = Dom.el("textarea", "");
    area.setAttribute("rows", "4");
    area.setAttribute("maxlength", Integer.toString(CourseState.MAX_LENGTH));
    HTMLElement field = frame.controls().wrap(frame.say("question.label"), "box", area);
    HTMLElement text = Dom.find(frame.section(), ".question-text");
    if (text != null && !text.getId().isEmpty()) {
      area.setAttribute("aria-describedby", text.getId());
    }
    Dom.find(frame.section(), "[data-answer-room]").appendChild(field);
    Dom.on(area, "input", () -> frame.state().put(key, Dom.value(area)));
    model = new ModelAnswer(frame, frame.say("question.reveal"));
    buildChecklist(id);
    frame.follow(key);
  }

  private void buildChecklist(String id) {
    HTMLElement list = Dom.find(frame.section(), "[data-checklist]");
    if (list == null) {
      return;
    }
    NodeList<? extends HTMLElement> items = list.querySelectorAll("li");
    for (int i = 0; i < items.getLength(); i++) {
      HTMLElement item = items.get(i);
      String itemKey = "check." + id + "." + (i + 1);
      HTMLElement box = Dom.el("input", "");
      box.setAttribute("type", "checkbox");
      HTMLElement label = Dom.el("label", "check-item", box);
      while (item.getFirstChild() != null) {
        label.appendChild(item.getFirstChild());
      }
      item.appendChild(label);
      Dom.setChecked(box, frame.state().has(itemKey));
      Dom.on(
          box,
          "change",
          () -> {
            if (Dom.checked(box)) {
              frame.state().put(itemKey, "1");
            } else {
              frame.state().remove(itemKey);
            }
          });
    }
    Dom.toggleClass(list, "checklist-live", true);
  }

  @Override
  public void update() {
    String answer = frame.state().get(key, "");
    Dom.setValue(area, answer);
    int words = WordCount.of(answer);
    frame.result(words == 0 ? frame.say("question.empty") : frame.say("question.saved", words));
    model.allow(answer.strip().length() >= ENOUGH);
  }

  @Override
  public void reset() {
    frame.state().remove(key);
    model.close();
  }
}
