package mirador.web.platform;

import java.util.List;
import java.util.Map;
import mirador.concepts.platform.CourseScore;
import mirador.concepts.platform.LearnerName;
import mirador.concepts.platform.SuspendData;
import mirador.concepts.text.Numbers;
import mirador.web.course.CourseData;
import mirador.web.course.CourseState;
import mirador.web.course.Entries;
import mirador.web.dom.Dom;
import mirador.web.dom.LaunchPage;
import mirador.web.page.PageNotice;
import org.teavm.jso.JSBody;
import org.teavm.jso.browser.Window;

/**
 * Brings back what the platform kept of the learner's work, and after every change hands over score
 * and work. Without a platform nothing happens.
 */
public final class PlatformReport {
  /** Milliseconds without a change. */
  private static final int REST = 500;

  private static final int NONE = -1;

  private final CourseState state = CourseState.shared();
  private final LaunchPage.Platform platform;
  private int timer = NONE;

  private PlatformReport(LaunchPage.Platform platform) {
    this.platform = platform;
  }

  /** Begins to report, where the course was opened from a platform. */
  public static void begin() {
    LaunchPage.Platform platform = LaunchPage.find();
    if (platform != null) {
      new PlatformReport(platform).enliven();
    } else if (LaunchPage.isMissing()) {
      PageNotice.say(CourseData.messages().get("platform.missing"));
    }
  }

  private void enliven() {
    restore();
    // A browser that keeps nothing forgets at every page; the launch page does not.
    state.onTrouble(why -> platform.setRestored(false));
    state.follow("", this::soon);
    platform.setFlush(this::flush);
    Dom.on(
        Window.current(),
        "pagehide",
        () -> {
          flush();
          platform.setFlush(null);
        });
    soon();
  }

  /**
   * Once in a session: what the learner takes away later must not come back from what the platform
   * kept before.
   */
  private void restore() {
    if (state.get(Entries.NAME, "").isBlank()) {
      put(Entries.NAME, LearnerName.of(platform.getLearnerName()));
    }
    if (platform.isRestored()) {
      return;
    }
    platform.setRestored(true);
    for (Map.Entry<String, String> entry :
        SuspendData.unpack(platform.getSuspendData(), text -> platform.unpack(text)).entrySet()) {
      if (!state.has(entry.getKey())) {
        put(entry.getKey(), entry.getValue());
      }
    }
  }

  private void put(String key, String value) {
    if (!value.isEmpty()) {
      state.put(key, value);
    }
  }

  private void soon() {
    Window.clearTimeout(timer);
    timer = Window.setTimeout(this::flush, REST);
  }

  private void flush() {
    if (timer == NONE) {
      return;
    }
    Window.clearTimeout(timer);
    timer = NONE;
    CourseScore score = score();
    SuspendData.Packed packed =
        SuspendData.pack(state.startingWith(""), text -> platform.pack(text));
    platform.save(score.raw(), score.status().word(), packed.data(), file());
    if (!packed.left().isEmpty() && !platform.isPartTold()) {
      platform.setPartTold(true);
      PageNotice.say(CourseData.messages().get("platform.part"));
    }
  }

  private CourseScore score() {
    List<CourseData.Item> exercises = CourseData.exercises();
    int passed = 0;
    for (CourseData.Item exercise : exercises) {
      passed += state.has("exercise." + exercise.getId() + ".passed") ? 1 : 0;
    }
    return CourseScore.of(passed, exercises.size(), Numbers.parse(platform.getMastery()))
        .notBelow(CourseScore.earlier(platform.getScore(), platform.getStatus()));
  }

  /** The page's file, "01-vit.html". */
  @JSBody(script = "return location.pathname.split('/').pop() || 'index.html';")
  private static native String file();
}
