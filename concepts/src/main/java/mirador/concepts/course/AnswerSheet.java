package mirador.concepts.course;

import java.util.ArrayList;
import java.util.List;

/**
 * Everything a learner wrote, in the order of the course, ready to be shown, printed or exported.
 *
 * @param title of the sheet
 * @param about lines under the title: whose it is, what it is known by
 * @param sections one for each lesson, in order
 */
public record AnswerSheet(String title, List<String> about, List<Section> sections) {
  public AnswerSheet {
    about = List.copyOf(about);
    sections = List.copyOf(sections);
  }

  /**
   * What was written in one lesson.
   *
   * @param title of the lesson
   * @param items in the order of the page
   */
  public record Section(String title, List<Item> items) {
    public Section {
      items = List.copyOf(items);
    }
  }

  /**
   * One question or task and what was written.
   *
   * @param prompt what was asked
   * @param text what the learner wrote; empty for none yet
   * @param remark a short line beside it, as «acertaste»; empty for none
   * @param href where it stands, relative to the root of the site; empty for nowhere
   * @param isProgram whether the text is a program: its spaces and line ends matter
   */
  public record Item(String prompt, String text, String remark, String href, boolean isProgram) {
    /** Something in words. */
    public Item(String prompt, String text, String remark, String href) {
      this(prompt, text, remark, href, false);
    }
  }

  /** How many items hold something. */
  public int written() {
    int count = 0;
    for (Section section : sections) {
      for (Item item : section.items()) {
        count += item.text().isBlank() ? 0 : 1;
      }
    }
    return count;
  }

  /** How many items there are. */
  public int asked() {
    int count = 0;
    for (Section section : sections) {
      count += section.items().size();
    }
    return count;
  }

  /**
   * The sheet as Markdown; what the learner wrote stands as a quotation, or as a block of code, so
   * that no sign of theirs becomes a heading or a list of the sheet.
   *
   * @param nothing what stands where nothing was written
   */
  public String toMarkdown(String nothing) {
    StringBuilder out = new StringBuilder("# ").append(title).append("\n");
    for (String line : about) {
      out.append("\n").append(oneLine(line)).append("\n");
    }
    for (Section section : sections) {
      out.append("\n## ").append(section.title()).append("\n");
      for (Item item : section.items()) {
        out.append("\n**").append(oneLine(item.prompt())).append("**\n\n");
        if (item.text().isBlank()) {
          out.append('_').append(nothing).append("_\n");
        } else if (item.isProgram()) {
          String fence = "`".repeat(Math.max(3, longestRun(item.text(), '`') + 1));
          out.append(fence).append("python\n").append(item.text().stripTrailing());
          out.append('\n').append(fence).append('\n');
        } else {
          for (String line : lines(item.text())) {
            out.append("> ").append(line).append("\n");
          }
        }
        if (!item.remark().isEmpty()) {
          out.append("\n_").append(item.remark()).append("_\n");
        }
      }
    }
    return out.toString();
  }

  private static int longestRun(String text, char sign) {
    int longest = 0;
    int run = 0;
    for (int i = 0; i < text.length(); i++) {
      run = text.charAt(i) == sign ? run + 1 : 0;
      longest = Math.max(longest, run);
    }
    return longest;
  }

  private static String oneLine(String text) {
    return text.replace('\n', ' ').strip();
  }

  private static List<String> lines(String text) {
    List<String> lines = new ArrayList<>();
    int start = 0;
    for (int i = 0; i <= text.length(); i++) {
      if (i == text.length() || text.charAt(i) == '\n') {
        lines.add(text.substring(start, i).stripTrailing());
        start = i + 1;
      }
    }
    return lines;
  }
}
