package mirador.web.widgets.classbook;

import java.util.List;
import mirador.concepts.cells.CellRun;
import mirador.concepts.cells.SourceText;
import mirador.concepts.course.ClassBook.State;
import mirador.web.python.PythonService;
import mirador.web.widgets.code.PageData;

/**
 * Runs the programs of all files one after the other. Each file has a worker of its own, so that no
 * program finds what another learner's has left.
 */
final class Judge {
  /** Python did not come: after this many programs in a row it is not asked for again. */
  private static final int MOST_FAILURES = 2;

  private final List<JudgedTask> tasks;
  private final List<Submission> submissions;
  private final Listener listener;
  private boolean running;
  private int failures;
  private Submission last;

  /** Hears what comes out. */
  interface Listener {
    /** A program was judged, or could not be. */
    void judged(Submission submission, int task);

    /** Nothing waits any more, or it was stopped. */
    void rests();

    /** There is no Python here. */
    void broken(String detail);
  }

  /**
   * A judge at rest.
   *
   * @param submissions looked at anew for each program
   */
  Judge(List<JudgedTask> tasks, List<Submission> submissions, Listener listener) {
    this.tasks = tasks;
    this.submissions = submissions;
    this.listener = listener;
  }

  boolean isRunning() {
    return running;
  }

  /** Goes on with what waits. */
  void start() {
    if (!running) {
      failures = 0;
      next();
    }
  }

  /** The program that runs stays waiting. */
  void stop() {
    if (running) {
      PythonService.shared().stop();
    }
  }

  private void next() {
    for (Submission submission : submissions) {
      for (int task = 0; task < tasks.size(); task++) {
        if (submission.handIn().outcomes().get(task).state() == State.WAITING) {
          running = true;
          run(submission, task);
          return;
        }
      }
    }
    rest();
  }

  private void rest() {
    running = false;
    last = null;
    PythonService.shared().renew();
    listener.rests();
  }

  private void run(Submission submission, int at) {
    if (submission != last) {
      PythonService.shared().renew();
      last = submission;
    }
    JudgedTask task = tasks.get(at);
    PythonService.shared()
        .run(
            SourceText.clean(submission.code(task)),
            task.checks().cases().stream().map(Checks.Case::request).toList(),
            PageData.written(submission.entries()),
            new Progress(submission, at));
  }

  /** How one program goes. */
  private final class Progress implements PythonService.Listener {
    private final Submission submission;
    private final int task;

    Progress(Submission submission, int task) {
      this.submission = submission;
      this.task = task;
    }

    @Override
    public void begun() {}

    @Override
    public void printed(String text) {}

    @Override
    public void drawn(String json) {}

    @Override
    public void ended(CellRun run) {
      failures = 0;
      submission.judge(task, run, tasks.get(task).checks().check().judge(run));
      listener.judged(submission, task);
      next();
    }

    @Override
    public void stopped() {
      rest();
    }

    @Override
    public void broken(String detail) {
      failures++;
      submission.fail(task);
      listener.judged(submission, task);
      if (failures < MOST_FAILURES) {
        next();
      } else {
        listener.broken(detail);
        rest();
      }
    }
  }
}
