package mirador.concepts.generation;

import java.util.ArrayList;
import java.util.List;

/**
 * Beam search: of all texts that are one token longer the best few are followed (Graves, "Sequence
 * Transduction with Recurrent Neural Networks", 2012, section 2.5), with the scores and the ends of
 * {@code BeamSearchScorer} of Hugging Face transformers 4.36. A prompt that is done leaves the
 * batch.
 */
final class BeamSearch {
  private final LanguageModel model;
  private final GenerationSettings settings;
  private final int begin;
  private final int end;
  private final int[] limits;
  private final GenerationListener listener;

  /**
   * @param limits most new tokens of each prompt
   */
  BeamSearch(
      LanguageModel model,
      GenerationSettings settings,
      int begin,
      int end,
      int[] limits,
      GenerationListener listener) {
    this.model = model;
    this.settings = settings;
    this.begin = begin;
    this.end = end;
    this.limits = limits;
    this.listener = listener;
  }

  List<Generated> run() {
    List<Group> groups = new ArrayList<>();
    for (int prompt = 0; prompt < limits.length; prompt++) {
      groups.add(new Group(prompt));
    }
    write(groups);
    List<Generated> texts = new ArrayList<>();
    for (Group group : groups) {
      texts.add(group.best());
    }
    return texts;
  }

  private void write(List<Group> groups) {
    NextTokens next = model.begin();
    while (true) {
      int row = 0;
      for (Group group : groups) {
        int rows = group.beams.size();
        if (rows > 0 && !group.grow(next, row)) {
          return;
        }
        row += rows;
      }
      List<Integer> from = new ArrayList<>();
      List<Integer> last = new ArrayList<>();
      for (Group group : groups) {
        for (Beam beam : group.beams) {
          from.add(beam.row());
          last.add(beam.last());
        }
      }
      if (from.isEmpty()) {
        return;
      }
      next = model.next(Ints.of(from), Ints.of(last));
    }
  }

  /**
   * A text that has not ended.
   *
   * @param sum of its log probabilities
   * @param row of the step that it goes on from
   */
  private record Beam(List<Integer> tokens, double sum, int row) {
    int last() {
      return tokens.get(tokens.size() - 1);
    }

    List<Integer> with(int token) {
      List<Integer> longer = new ArrayList<>(tokens);
      longer.add(token);
      return longer;
    }
  }

  /** The texts of one prompt. */
  private final class Group {
    private final int prompt;
    private final FinishedTexts finished = new FinishedTexts(settings);
    private List<Beam> beams;
    private int length; // new tokens of each beam

    Group(int prompt) {
      this.prompt = prompt;
      this.beams = List.of(new Beam(List.of(), 0, prompt));
    }

    /**
     * Makes every beam longer by one token and keeps the best; no beam is left when the prompt is
     * done. False when the listener wants no more.
     *
     * @param first row of the first beam
     */
    boolean grow(NextTokens next, int first) {
      if (length == limits[prompt]) { // there was no room at all
        beams = List.of();
        return true;
      }
      int vocabulary = next.vocabulary();
      List<double[]> logProbabilities = new ArrayList<>(); // of each beam
      // Twice as many as there are beams: if half of them end, there are still enough open ones.
      Highest highest = new Highest(2 * settings.beams());
      for (int i = 0; i < beams.size(); i++) {
        Beam beam = beams.get(i);
        double[] logs = Distribution.logProbabilities(next.row(first + i));
        logProbabilities.add(logs);
        double[] scores =
            RepetitionPenalty.applied(logs, begin, beam.tokens(), settings.repetitionPenalty());
        for (int token = 0; token < vocabulary; token++) {
          highest.offer(beam.sum() + scores[token], i * vocabulary + token);
        }
      }
      keep(highest, vocabulary, first);
      int parent = highest.index(0) / vocabulary;
      boolean details = listener.wantsDetails();
      return listener.step(
          new Step(
              prompt,
              length - 1,
              highest.index(0) % vocabulary,
              details ? Distribution.candidates(logProbabilities.get(parent)) : List.of(),
              details ? next.attentionOf(first + parent) : null));
    }

    private void keep(Highest highest, int vocabulary, int first) {
      List<Beam> longer = new ArrayList<>();
      length++;
      for (int rank = 0; rank < highest.size() && longer.size() < settings.beams(); rank++) {
        int parent = highest.index(rank) / vocabulary;
        int token = highest.index(rank) % vocabulary;
        List<Integer> tokens = beams.get(parent).with(token);
        if (token != end) {
          longer.add(new Beam(tokens, highest.value(rank), first + parent));
        } else if (rank < settings.beams()) { // the end of a text that would not be followed: no
          finished.add(tokens, true, highest.value(rank));
        }
      }
      beams = longer;
      if (finished.isDone(highest.value(0), length)) {
        beams = List.of();
      } else if (length == limits[prompt]) {
        finish();
      }
    }

    /** Takes the open texts as they are. */
    private void finish() {
      for (Beam beam : beams) {
        finished.add(beam.tokens(), false, beam.sum());
      }
      beams = List.of();
    }

    Generated best() {
      if (length == 0) {
        return new Generated(List.of(), false, 0);
      }
      finish();
      return finished.best();
    }
  }
}
