package mirador.web.widgets.classbook;

import mirador.concepts.course.ClassBook;

/**
 * A task and by what it is judged.
 *
 * @param isProgram whether it is a code cell; else it is an exercise to fill in
 */
record JudgedTask(ClassBook.Task task, boolean isProgram, Checks checks) {
  /** Under which a learner's work on it stands. */
  String key() {
    return "exercise." + task.id();
  }
}
