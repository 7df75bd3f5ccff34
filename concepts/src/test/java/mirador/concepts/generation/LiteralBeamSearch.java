package mirador.concepts.generation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/**
 * Beam search of Hugging Face transformers 4.36 as it stands there ({@code beam_search}, {@code
 * BeamSearchScorer}, {@code BeamHypotheses}): all beams of all prompts to the very end, with
 * padding, and lists for tensors. The reference for the one that drops what is done.
 */
final class LiteralBeamSearch {
  private static final int BOS = 0;
  private static final int PROMPT_LENGTH = 1;

  private final GenerationSettings settings;
  private final int eos;
  private final int pad;
  private final Function<List<Integer>, float[]> logits;

  LiteralBeamSearch(
      GenerationSettings settings, int eos, int pad, Function<List<Integer>, float[]> logits) {
    this.settings = settings;
    this.eos = eos;
    this.pad = pad;
    this.logits = logits;
  }

  private record Hypothesis(double score, List<Integer> ids) {}

  private record Scored(double score, int beam, int token) {}

  /** The tokens after the first one, without what ends or fills up a row, and their scores. */
  List<Generated> run(int prompts) {
    int beams = settings.beams();
    int maxLength = settings.maxNewTokens() + PROMPT_LENGTH;
    List<List<Hypothesis>> hypotheses = new ArrayList<>();
    double[] worst = new double[prompts];
    boolean[] done = new boolean[prompts];
    List<List<Integer>> ids = new ArrayList<>();
    double[] beamScores = new double[prompts * beams];
    for (int i = 0; i < prompts; i++) {
      hypotheses.add(new ArrayList<>());
      worst[i] = 1e9;
      for (int k = 0; k < beams; k++) {
        ids.add(List.of(BOS));
        beamScores[i * beams + k] = k == 0 ? 0 : -1e9;
      }
    }
    boolean allDone = false;
    while (!allDone && ids.get(0).size() < maxLength) {
      List<List<Integer>> nextIds = new ArrayList<>();
      double[] nextBeamScores = new double[prompts * beams];
      int curLen = ids.get(0).size() + 1;
      allDone = true;
      for (int i = 0; i < prompts; i++) {
        if (done[i]) {
          for (int k = 0; k < beams; k++) {
            List<Integer> row = new ArrayList<>(ids.get(i * beams));
            row.add(pad);
            nextIds.add(row);
          }
          continue;
        }
        List<Scored> next = topk(ids, beamScores, i);
        int beamIdx = 0;
        for (int rank = 0; rank < next.size() && beamIdx < beams; rank++) {
          Scored each = next.get(rank);
          List<Integer> parent = ids.get(i * beams + each.beam());
          if (each.token() == eos) {
            if (rank < beams) {
              worst[i] =
                  add(hypotheses.get(i), worst[i], parent, each.score(), curLen - PROMPT_LENGTH);
            }
          } else {
            List<Integer> row = new ArrayList<>(parent);
            row.add(each.token());
            nextIds.add(row);
            nextBeamScores[i * beams + beamIdx] = each.score();
            beamIdx++;
          }
        }
        done[i] = isDone(hypotheses.get(i), worst[i], next.get(0).score(), curLen);
        allDone &= done[i];
      }
      ids = nextIds;
      beamScores = nextBeamScores;
    }
    List<Generated> texts = new ArrayList<>();
    for (int i = 0; i < prompts; i++) {
      if (!done[i]) {
        for (int k = 0; k < beams; k++) {
          List<Integer> row = ids.get(i * beams + k);
          worst[i] =
              add(
                  hypotheses.get(i),
                  worst[i],
                  row,
                  beamScores[i * beams + k],
                  row.size() - PROMPT_LENGTH);
        }
      }
      List<Hypothesis> sorted = new ArrayList<>(hypotheses.get(i));
      sorted.sort(Comparator.comparingDouble(Hypothesis::score));
      Hypothesis best = sorted.get(sorted.size() - 1);
      List<Integer> tokens = new ArrayList<>(best.ids().subList(1, best.ids().size()));
      boolean ended = best.ids().size() < maxLength;
      if (ended) {
        tokens.add(eos);
      }
      texts.add(new Generated(tokens, ended, best.score()));
    }
    return texts;
  }

  private List<Scored> topk(List<List<Integer>> ids, double[] beamScores, int prompt) {
    List<Scored> all = new ArrayList<>();
    for (int k = 0; k < settings.beams(); k++) {
      int row = prompt * settings.beams() + k;
      List<Integer> history = new ArrayList<>(ids.get(row));
      history.set(0, prompt);
      float[] values = logits.apply(history);
      double sum = 0;
      for (float value : values) {
        sum += Math.exp(value);
      }
      for (int token = 0; token < values.length; token++) {
        double score = values[token] - Math.log(sum);
        if (ids.get(row).contains(token)) {
          score =
              score < 0
                  ? score * settings.repetitionPenalty()
                  : score / settings.repetitionPenalty();
        }
        all.add(new Scored(beamScores[row] + score, k, token));
      }
    }
    all.sort(Comparator.comparingDouble(Scored::score).reversed());
    return all.subList(0, 2 * settings.beams());
  }

  /** Gives the new worst score. */
  private double add(
      List<Hypothesis> beams, double worst, List<Integer> ids, double sum, int generatedLength) {
    double score = sum / Math.pow(generatedLength, settings.lengthPenalty());
    if (beams.size() < settings.beams() || score > worst) {
      beams.add(new Hypothesis(score, ids));
      if (beams.size() > settings.beams()) {
        List<Hypothesis> sorted = new ArrayList<>(beams);
        sorted.sort(Comparator.comparingDouble(Hypothesis::score));
        beams.remove(sorted.get(0));
        return sorted.get(1).score();
      }
      return Math.min(score, worst);
    }
    return worst;
  }

  private boolean isDone(List<Hypothesis> beams, double worst, double bestSum, int curLen) {
    if (beams.size() < settings.beams()) {
      return false;
    }
    return settings.earlyStopping()
        || worst >= bestSum / Math.pow(curLen - PROMPT_LENGTH, settings.lengthPenalty());
  }
}
