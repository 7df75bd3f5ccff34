package mirador.concepts.platform;

import java.util.OptionalDouble;
import mirador.concepts.text.Numbers;

/**
 * How far a learner is, as a platform is told (SCORM 1.2 Run-Time Environment, 3.4.4: {@code
 * cmi.core.score.raw} and {@code cmi.core.lesson_status}).
 *
 * @param raw percent of the exercises that are passed, 0 to 100
 */
public record CourseScore(int raw, Status status) {
  private static final int WHOLE = 100;

  /** What {@code cmi.core.lesson_status} can be of what a course may set; the order is a rank. */
  public enum Status {
    INCOMPLETE("incomplete"),
    COMPLETED("completed"),
    PASSED("passed");

    private final String word;

    Status(String word) {
      this.word = word;
    }

    /** The platform's word. */
    public String word() {
      return word;
    }
  }

  /**
   * The score of a number of passed exercises. A course without exercises is done when it is
   * opened.
   *
   * @param mastery raw score from which the platform calls the course passed, if it gives one
   */
  public static CourseScore of(int passed, int total, OptionalDouble mastery) {
    int raw = total == 0 ? WHOLE : (int) Math.round((double) WHOLE * passed / total);
    if (mastery.isPresent()) {
      return new CourseScore(raw, raw >= mastery.getAsDouble() ? Status.PASSED : Status.INCOMPLETE);
    }
    return new CourseScore(raw, passed >= total ? Status.COMPLETED : Status.INCOMPLETE);
  }

  /**
   * What a platform kept of an earlier session; what it has not set, or not rightly, counts as
   * nothing done.
   *
   * @param raw a number, or any other text
   * @param status a word of the platform
   */
  public static CourseScore earlier(String raw, String status) {
    double number = Numbers.parse(raw).orElse(0);
    for (Status known : Status.values()) {
      if (known.word().equals(status)) {
        return new CourseScore(bounded(number), known);
      }
    }
    return new CourseScore(bounded(number), Status.INCOMPLETE);
  }

  private static int bounded(double number) {
    return (int) Math.round(Math.max(0, Math.min(WHOLE, number)));
  }

  /** This score, lifted to what had been reached before: what is passed once stays passed. */
  public CourseScore notBelow(CourseScore before) {
    Status best = before.status().compareTo(status) > 0 ? before.status() : status;
    return new CourseScore(Math.max(raw, before.raw()), best);
  }
}
