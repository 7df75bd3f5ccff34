package mirador.web.widgets.answers;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import mirador.concepts.course.AnswerSheet;
import mirador.concepts.course.Notebook;
import mirador.concepts.text.Messages;
import mirador.web.course.CourseData;
import mirador.web.course.CourseState;

/** Lays what the learner wrote anywhere in the course out in the order of the course. */
final class AnswerGatherer {
  private final Messages messages = CourseData.messages();
  private final CourseState state = CourseState.shared();

  AnswerSheet gather() {
    List<AnswerSheet.Section> sections = new ArrayList<>();
    List<CourseData.Item> items = CourseData.items();
    for (CourseData.Lesson lesson : CourseData.lessons()) {
      List<AnswerSheet.Item> written = new ArrayList<>();
      for (CourseData.Item item : items) {
        if (item.getPage().equals(lesson.getId())) {
          written.add(item(item));
        }
      }
      if (!written.isEmpty()) {
        sections.add(new AnswerSheet.Section(lesson.getTitle(), written));
      }
    }
    List<AnswerSheet.Item> other = widgets();
    if (!other.isEmpty()) {
      sections.add(new AnswerSheet.Section(messages.get("answers.widgets"), other));
    }
    return new AnswerSheet(messages.get("answers.title"), sections);
  }

  private AnswerSheet.Item item(CourseData.Item item) {
    return switch (item.getKind()) {
      case "prediction" -> prediction(item);
      case "exercise" -> exercise(item);
      default ->
          new AnswerSheet.Item(
              item.getPrompt(), state.get("answer." + item.getId(), ""), "", item.getHref());
    };
  }

  private AnswerSheet.Item prediction(CourseData.Item item) {
    String guess = state.get("prediction." + item.getId(), "");
    String remark = "";
    if (!guess.isEmpty()) {
      remark =
          guess.equals(item.getAnswer())
              ? messages.get("answers.hit")
              : messages.get("answers.miss", item.getAnswer());
    }
    return new AnswerSheet.Item(item.getPrompt(), guess, remark, item.getHref());
  }

  private AnswerSheet.Item exercise(CourseData.Item item) {
    String key = "exercise." + item.getId();
    StringBuilder values = new StringBuilder();
    for (int i = 1; i <= 99; i++) {
      String value = state.get(key + "." + i, "");
      if (!value.isEmpty()) {
        values.append(values.length() == 0 ? "" : "\n").append(i).append(") ").append(value);
      }
    }
    String remark = "";
    if (state.has(key + ".passed")) {
      remark = messages.get("answers.passed");
    } else if (values.length() > 0) {
      remark = messages.get("answers.unfinished");
    }
    return new AnswerSheet.Item(item.getPrompt(), values.toString(), remark, item.getHref());
  }

  /** What was changed or noted in widgets: captions, designed questions, tables, own media. */
  private List<AnswerSheet.Item> widgets() {
    List<AnswerSheet.Item> items = new ArrayList<>();
    for (String id : Notebook.PICTURES) {
      if (state.has("caption." + id)) {
        items.add(
            new AnswerSheet.Item(
                messages.get("answers.caption", messages.get("picture." + id)),
                state.get("caption." + id, ""),
                "",
                ""));
      }
    }
    add(items, "design.");
    add(items, "table.");
    add(items, "sizes.");
    add(items, "media.");
    return items;
  }

  private void add(List<AnswerSheet.Item> items, String prefix) {
    for (Map.Entry<String, String> entry : state.startingWith(prefix).entrySet()) {
      if (!entry.getValue().isBlank()) {
        items.add(
            new AnswerSheet.Item(
                messages.get("answers." + prefix + "entry", readable(entry.getKey(), prefix)),
                entry.getValue(),
                "",
                ""));
      }
    }
  }

  /** "design.car.descriptive" as "car · descriptive". */
  private static String readable(String key, String prefix) {
    return key.substring(prefix.length()).replace(".", " · ");
  }
}
