package mirador.web.widgets.answers;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import mirador.concepts.cells.SourceText;
import mirador.concepts.course.AnswerSheet;
import mirador.concepts.course.Notebook;
import mirador.concepts.explain.ModalityRouterWords;
import mirador.concepts.explain.ModalityTableWords;
import mirador.concepts.explain.QuestionDesignWords;
import mirador.concepts.mllm.AudioEntry;
import mirador.concepts.mllm.MediaDatabase;
import mirador.concepts.mllm.VideoEntry;
import mirador.concepts.text.Messages;
import mirador.concepts.text.Numbers;
import mirador.concepts.text.Words;
import mirador.web.course.CourseData;
import mirador.web.course.Entries;
import mirador.web.course.OwnMedia;

/** Lays what a learner wrote anywhere in the course out in the order of the course. */
public final class AnswerGatherer {
  /** Fields that an exercise may have. */
  private static final int MOST_FIELDS = 99;

  private final Messages messages = CourseData.messages();
  private final Entries state;

  public AnswerGatherer(Entries learner) {
    this.state = learner;
  }

  /** All that the course asks, and what else the learner wrote. */
  public AnswerSheet gather() {
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
    return new AnswerSheet(messages.get("answers.title"), about(), sections);
  }

  private List<String> about() {
    List<String> lines = new ArrayList<>();
    String name = state.get(Entries.NAME, "");
    if (!name.isBlank()) {
      lines.add(messages.get("answers.learner", name.strip()));
    }
    lines.add(messages.get("answers.digest", AnswerFile.digest(state)));
    return lines;
  }

  private AnswerSheet.Item item(CourseData.Item item) {
    return switch (item.getKind()) {
      case "prediction" -> prediction(item);
      case "exercise" -> exercise(item);
      case "code" -> code(item);
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
    int most = state.startingWith(key + ".").isEmpty() ? 0 : MOST_FIELDS;
    for (int i = 1; i <= most; i++) {
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

  /** A program, how many cases of its check were right, and what the program is known by. */
  private AnswerSheet.Item code(CourseData.Item item) {
    String key = "exercise." + item.getId();
    String code = state.get(key + ".code", "");
    String remark = "";
    if (!code.isEmpty()) {
      String digest = SourceText.digest(code);
      String checked = state.get(key + ".checked", "");
      int slash = checked.indexOf('/');
      remark =
          slash < 0
              ? messages.get("answers.code.unchecked", digest)
              : messages.get(
                  "answers.code",
                  checked.substring(0, slash),
                  checked.substring(slash + 1),
                  digest);
    }
    return new AnswerSheet.Item(item.getPrompt(), code, remark, item.getHref(), true);
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
    designed(items);
    table(items);
    sizes(items);
    media(items);
    return items;
  }

  private void designed(List<AnswerSheet.Item> items) {
    for (String id : Notebook.PICTURES) {
      String picture = messages.get("picture." + id);
      for (String kind : QuestionDesignWords.KINDS) {
        String asked = messages.get("question-design.kind." + kind);
        add(items, "design." + id + "." + kind, messages.get("answers.designed", picture, asked));
      }
      add(items, "design." + id + ".comment", messages.get("answers.comment", picture));
    }
  }

  private void table(List<AnswerSheet.Item> items) {
    for (String modality : ModalityTableWords.MODALITIES) {
      for (String column : ModalityTableWords.COLUMNS) {
        add(
            items,
            "table." + modality + "." + column,
            messages.get(
                "modality-table.cell",
                ModalityRouterWords.name(messages, modality),
                ModalityTableWords.column(messages, column)));
      }
    }
  }

  /** Guesses of the patch-size table, kept under {@code sizes.<width>x<height>.<patch>}. */
  private void sizes(List<AnswerSheet.Item> items) {
    for (String key : state.startingWith("sizes.").keySet()) {
      List<String> parts = Words.split(key, ".");
      if (parts.size() == 3) {
        String size = parts.get(1).replace("x", " × ");
        add(items, key, messages.get("answers.size", size, parts.get(2)));
      }
    }
  }

  private void media(List<AnswerSheet.Item> items) {
    MediaDatabase own = OwnMedia.database(state);
    for (Map.Entry<String, AudioEntry> entry : own.audio().entrySet()) {
      if (!MediaDatabase.NOTEBOOK.audio().containsKey(entry.getKey())) {
        AudioEntry audio = entry.getValue();
        String text =
            messages.get(
                "answers.audio.text",
                audio.event(),
                Numbers.fixed(audio.seconds(), 1),
                Numbers.fixed(audio.confidence(), 2));
        items.add(
            new AnswerSheet.Item(messages.get("answers.audio", entry.getKey()), text, "", ""));
      }
    }
    for (Map.Entry<String, VideoEntry> entry : own.video().entrySet()) {
      if (!MediaDatabase.NOTEBOOK.video().containsKey(entry.getKey())) {
        VideoEntry video = entry.getValue();
        String text =
            messages.get("answers.video.text", video.event(), String.join(", ", video.keyFrames()));
        items.add(
            new AnswerSheet.Item(messages.get("answers.video", entry.getKey()), text, "", ""));
      }
    }
  }

  private void add(List<AnswerSheet.Item> items, String key, String prompt) {
    String text = state.get(key, "");
    if (!text.isBlank()) {
      items.add(new AnswerSheet.Item(prompt, text, "", ""));
    }
  }
}
