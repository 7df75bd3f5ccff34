package mirador.web.page;

import java.util.List;
import mirador.web.course.CourseData;
import mirador.web.course.CourseState;

/** Brings everything on the page to life that is not a widget. */
public final class Page {
  private Page() {}

  /** What there is to do, in the order of what a learner needs first. */
  public static List<Runnable> steps() {
    return List.of(
        AnchorKeeper::enliven,
        ThemeButton::enliven,
        SearchBox::enliven,
        () -> CourseState.shared().onTrouble(Page::sayStorageRefused),
        GlossaryTips::enliven,
        FormulaSymbols::enliven,
        Progress::enliven);
  }

  /** Tells once that work is kept only while the page is open. */
  private static void sayStorageRefused(String why) {
    PageNotice.say(CourseData.messages().get("storage." + why));
  }
}
