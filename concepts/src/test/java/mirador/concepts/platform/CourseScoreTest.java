package mirador.concepts.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.OptionalDouble;
import mirador.concepts.platform.CourseScore.Status;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CourseScoreTest {
  private static final OptionalDouble NONE = OptionalDouble.empty();

  @ParameterizedTest
  @CsvSource({"0, 0, INCOMPLETE", "1, 3, INCOMPLETE", "39, 98, INCOMPLETE", "40, 100, COMPLETED"})
  void isCompleteWhenAllIsPassed(int passed, int raw, Status status) {
    // 1 of 40 is 2.5 percent, which rounds up.
    assertEquals(new CourseScore(raw, status), CourseScore.of(passed, 40, NONE));
  }

  @ParameterizedTest
  @CsvSource({"79, INCOMPLETE", "80, PASSED", "100, PASSED"})
  void isPassedFromTheMasteryScoreOn(int passed, Status status) {
    assertEquals(
        new CourseScore(passed, status), CourseScore.of(passed, 100, OptionalDouble.of(80)));
  }

  @Test
  void aCourseWithoutExercisesIsDone() {
    assertEquals(new CourseScore(100, Status.COMPLETED), CourseScore.of(0, 0, NONE));
  }

  @ParameterizedTest
  @CsvSource({
    "66.6, incomplete, 67, INCOMPLETE",
    "'', not attempted, 0, INCOMPLETE",
    "50, failed, 50, INCOMPLETE",
    "1e9, completed, 100, COMPLETED",
    "-3, passed, 0, PASSED",
    "NaN, whatever, 0, INCOMPLETE"
  })
  void readsWhatAPlatformKept(String raw, String word, int expected, Status status) {
    assertEquals(new CourseScore(expected, status), CourseScore.earlier(raw, word));
  }

  @Property
  void whatWasReachedIsNeverLowered(
      @ForAll @IntRange(max = 40) int now,
      @ForAll @IntRange(max = 40) int before,
      @ForAll Status reached,
      @ForAll @IntRange(max = 100) int mastery) {
    CourseScore earlier = new CourseScore(CourseScore.of(before, 40, NONE).raw(), reached);
    CourseScore fresh = CourseScore.of(now, 40, OptionalDouble.of(mastery));
    CourseScore told = fresh.notBelow(earlier);
    assertTrue(told.raw() >= earlier.raw() && told.raw() >= fresh.raw());
    assertTrue(told.status().compareTo(reached) >= 0);
    assertTrue(told.status().compareTo(fresh.status()) >= 0);
  }
}
