package mirador.site.parse;

import java.util.List;

/**
 * The head of a page.
 *
 * @param question the student's question that opens a lesson; empty on other pages
 * @param summary one line
 * @param minutes how long a lesson takes; 0 on other pages
 * @param aims what the learner will be able to explain; none on other pages
 */
public record FrontMatter(
    String title, String question, String summary, int minutes, List<Fragment> aims) {
  public FrontMatter {
    aims = List.copyOf(aims);
  }
}
