package mirador.web.dom;

import java.nio.charset.StandardCharsets;
import mirador.concepts.inference.Sha256;
import org.teavm.jso.JSBody;
import org.teavm.jso.JSFunctor;
import org.teavm.jso.JSObject;
import org.teavm.jso.JSProperty;

/**
 * The page through which a learning platform opens the course: it frames every page of it and
 * speaks with the platform ({@code site-src/scorm/scorm.js}).
 */
public final class LaunchPage {
  private static final int DIGEST_LETTERS = 16;

  private static final String LEARNER = digest();

  private LaunchPage() {}

  /** What the launch page offers; the texts are the platform's, "" for what it does not tell. */
  public interface Platform extends JSObject {
    /** {@code cmi.core.student_id}. */
    @JSProperty
    String getLearnerId();

    /** {@code cmi.core.student_name}, «Surname, Name». */
    @JSProperty
    String getLearnerName();

    /** {@code cmi.core.lesson_status}, as it was at the launch or is now. */
    @JSProperty
    String getStatus();

    /** {@code cmi.core.score.raw}, as it was at the launch or is now. */
    @JSProperty
    String getScore();

    /** {@code cmi.student_data.mastery_score}. */
    @JSProperty
    String getMastery();

    /** {@code cmi.suspend_data}, as it was at the launch or is now. */
    @JSProperty
    String getSuspendData();

    /** Whether a page of this session has read what the platform kept of earlier ones. */
    @JSProperty
    boolean isRestored();

    @JSProperty
    void setRestored(boolean restored);

    /** Whether a page of this session has said that not everything fits. */
    @JSProperty
    boolean isPartTold();

    @JSProperty
    void setPartTold(boolean told);

    /** What hands over at once all that was put off; null takes it away. */
    @JSProperty
    void setFlush(Action flush);

    /** Makes a text short, in ASCII. */
    String pack(String text);

    /** Undoes {@link #pack}; "" for what it did not make. */
    String unpack(String packed);

    /**
     * Hands over what the platform is to know.
     *
     * @param score 0 to 100
     * @param location the page's file
     */
    void save(int score, String status, String suspendData, String location);
  }

  @JSFunctor
  public interface Action extends JSObject {
    void run();
  }

  /** The launch page, or null where there is none, or no platform around it. */
  @JSBody(
      script =
          "try { return window.parent !== window && window.parent.miradorPlatform || null;"
              + "} catch (foreign) { return null; }")
  public static native Platform find();

  /** Whether this page is one of a package for platforms, opened on a tab of its own. */
  @JSBody(
      script =
          "return window.parent === window"
              + " && document.documentElement.hasAttribute('data-platform');")
  public static native boolean isMissing();

  /** Whether this page is one of a package for platforms. */
  @JSBody(script = "return document.documentElement.hasAttribute('data-platform');")
  public static native boolean inPackage();

  /** A name for the learner that tells no other page who it is; "" without a platform. */
  public static String learner() {
    return LEARNER;
  }

  private static String digest() {
    Platform platform = find();
    if (platform == null) {
      return "";
    }
    Sha256 digest = new Sha256();
    digest.update(platform.getLearnerId().getBytes(StandardCharsets.UTF_8));
    return digest.hex().substring(0, DIGEST_LETTERS);
  }
}
