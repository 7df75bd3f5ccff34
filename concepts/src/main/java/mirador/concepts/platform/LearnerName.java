package mirador.concepts.platform;

/** A learner's name as people say it. */
public final class LearnerName {
  private LearnerName() {}

  /**
   * A name out of {@code cmi.core.student_name}, which platforms write «Surname, Name»; one without
   * a comma is left as it is.
   */
  public static String of(String studentName) {
    int comma = studentName.indexOf(',');
    if (comma < 0) {
      return studentName.strip();
    }
    String surname = studentName.substring(0, comma).strip();
    return (studentName.substring(comma + 1).strip() + " " + surname).strip();
  }
}
