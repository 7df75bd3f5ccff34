package mirador.web.model;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import mirador.web.model.ModelHost.Task;

/** Does one thing after the other where two workers may not both compute. */
final class Jobs {
  private final Deque<Job<?>> waiting = new ArrayDeque<>();
  private Job<?> current;

  /**
   * Adds a job.
   *
   * @param work is to end the job it is given, now or later
   */
  <T> Task add(Answer<T> answer, Consumer<Job<T>> work) {
    Job<T> job = new Job<>(this, answer, work);
    waiting.add(job);
    next();
    return job;
  }

  /** Takes all jobs back. */
  void cancelAll() {
    List<Job<?>> all = new ArrayList<>(waiting);
    waiting.clear();
    all.forEach(Job::cancel);
    if (current != null) {
      current.cancel();
    }
  }

  private void next() {
    if (current == null && !waiting.isEmpty()) {
      current = waiting.poll();
      current.begin();
    }
  }

  private void end(Job<?> job) {
    waiting.remove(job);
    if (current == job) {
      current = null;
      next();
    }
  }

  /** Something that is asked of the workers, in one request or in several. */
  static final class Job<T> implements Task {
    private final Jobs jobs;
    private final Answer<T> answer;
    private final Consumer<Job<T>> work;
    private Task request;
    private boolean over;

    private Job(Jobs jobs, Answer<T> answer, Consumer<Job<T>> work) {
      this.jobs = jobs;
      this.answer = answer;
      this.work = work;
    }

    private void begin() {
      work.accept(this);
    }

    /** Whether nobody waits for it any more. */
    boolean isOver() {
      return over;
    }

    /** The request that is under way for it, to be taken back with it. */
    void asks(Task task) {
      request = task;
    }

    void progress(Progress progress) {
      if (!over) {
        answer.progress(progress);
      }
    }

    void done(T result) {
      end(() -> answer.done(result));
    }

    void failed(ModelProblem problem) {
      end(() -> answer.failed(problem));
    }

    @Override
    public void cancel() {
      Task asked = request;
      end(
          () -> {
            if (asked != null) {
              asked.cancel();
            }
            answer.failed(new ModelProblem(ModelProblem.CANCELLED, ""));
          });
    }

    private void end(Runnable last) {
      if (!over) {
        over = true;
        last.run();
        jobs.end(this);
      }
    }
  }
}
