package mirador.concepts.course;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import mirador.concepts.text.FileNames;
import mirador.concepts.text.Letters;

/**
 * The work of a class: what each learner handed in, and what came out when it was judged anew.
 *
 * @param tasks what is judged, in the order of the course
 * @param handIns in the order in which they are shown
 */
public record ClassBook(List<Task> tasks, List<HandIn> handIns) {
  /** The order of a class list: small and capital letters alike, accents aside, «2» before «10». */
  private static final Comparator<String> NAMES =
      (one, other) -> FileNames.compare(Letters.plain(one.strip()), Letters.plain(other.strip()));

  public ClassBook {
    tasks = List.copyOf(tasks);
    handIns = List.copyOf(handIns);
  }

  /**
   * An exercise or a code cell.
   *
   * @param id of the exercise
   * @param lesson its title
   * @param title of the exercise
   */
  public record Task(String id, String lesson, String title) {}

  /**
   * What one file holds.
   *
   * @param learner as they wrote their name; empty for none
   * @param file its name
   * @param exported when, as ISO 8601; empty when the file does not say
   * @param seal whether it is as it was exported
   * @param outcomes of each task
   * @param written how many questions, predictions and exercises hold something
   * @param hits how many predictions were right
   */
  public record HandIn(
      String learner,
      String file,
      String exported,
      Seal seal,
      List<Outcome> outcomes,
      int written,
      int hits) {
    public HandIn {
      outcomes = List.copyOf(outcomes);
    }

    /** By what a table calls it: the learner's name, or the file's. */
    public String name() {
      return learner.isBlank() ? file : learner.strip();
    }

    /** How many tasks are right in all cases. */
    public int passed() {
      return (int) outcomes.stream().filter(Outcome::isPassed).count();
    }

    /** How many tasks say of themselves something else than what came out. */
    public int different() {
      return (int) outcomes.stream().filter(Outcome::isDifferent).count();
    }

    /** The same with another outcome of one task. */
    public HandIn with(int task, Outcome outcome) {
      List<Outcome> all = new ArrayList<>(outcomes);
      all.set(task, outcome);
      return new HandIn(learner, file, exported, seal, all, written, hits);
    }
  }

  /** Whether a file is as it was exported, by the fingerprint that it carries. */
  public enum Seal {
    WHOLE,
    /** Something was changed afterwards. */
    BROKEN,
    /** It carries no fingerprint: an older version of the course made it. */
    NONE
  }

  /**
   * What became of one task.
   *
   * @param state how far it is
   * @param right how many cases are right
   * @param cases how many there are
   * @param claimed how many were right when the learner last checked; -1 when they never did
   */
  public record Outcome(State state, int right, int cases, int claimed) {
    /** Whether it was judged and all cases are right. */
    public boolean isPassed() {
      return state == State.JUDGED && cases > 0 && right == cases;
    }

    /** Whether the file says another number of right cases than came out. */
    public boolean isDifferent() {
      return state == State.JUDGED && claimed >= 0 && claimed != right;
    }

    /** The same, judged. */
    public Outcome judged(int right) {
      return new Outcome(State.JUDGED, right, cases, claimed);
    }

    /** The same, when it could not be judged. */
    public Outcome failed() {
      return new Outcome(State.FAILED, 0, cases, claimed);
    }
  }

  /** How far a task is. */
  public enum State {
    /** Nothing was written. */
    EMPTY,
    /** It waits to be judged. */
    WAITING,
    JUDGED,
    /** It could not be judged. */
    FAILED
  }

  /** The hand-ins that count: of each learner the last. One without a name is nobody else's. */
  public List<HandIn> latest() {
    Map<String, String> newest = new HashMap<>();
    for (HandIn one : handIns) {
      String before = newest.getOrDefault(learner(one), "");
      newest.put(learner(one), before.compareTo(one.exported()) > 0 ? before : one.exported());
    }
    return handIns.stream()
        .filter(one -> one.learner().isBlank() || newest.get(learner(one)).equals(one.exported()))
        .toList();
  }

  private static String learner(HandIn handIn) {
    return Letters.plain(handIn.learner().strip());
  }

  /** How many learners pass each task. */
  public List<Integer> passing() {
    List<HandIn> latest = latest();
    List<Integer> passing = new ArrayList<>();
    for (int i = 0; i < tasks.size(); i++) {
      int task = i;
      passing.add((int) latest.stream().filter(one -> one.outcomes().get(task).isPassed()).count());
    }
    return passing;
  }

  /** The order by name, or by passed tasks and then by name; of one learner the oldest first. */
  public static Comparator<HandIn> order(boolean byScore) {
    return (one, other) -> {
      int order = byScore ? Integer.compare(other.passed(), one.passed()) : 0;
      order = order == 0 ? NAMES.compare(one.name(), other.name()) : order;
      return order == 0 ? one.exported().compareTo(other.exported()) : order;
    };
  }
}
