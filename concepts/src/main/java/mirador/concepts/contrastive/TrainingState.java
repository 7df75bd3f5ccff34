package mirador.concepts.contrastive;

/**
 * How a training stands after a step.
 *
 * @param step 0 before the first one
 * @param batchLoss InfoNCE of the step's batch, before the step changed the weights; not a number
 *     before the first one
 * @param temperature τ now
 * @param seen of the pairs that are trained, among all pairs
 * @param unseen of those kept back, among all pairs
 */
public record TrainingState(
    int step, double batchLoss, double temperature, Score seen, Score unseen) {

  /**
   * How well pairs find each other when all pairs are candidates.
   *
   * @param pairs how many they are; 0 when none is kept back
   * @param loss their mean InfoNCE; not a number when there are none
   * @param texts how many pictures find their text
   * @param pictures how many texts find their picture
   */
  public record Score(int pairs, double loss, int texts, int pictures) {
    /** Searches, two for each pair. */
    public int searches() {
      return 2 * pairs;
    }

    /** Searches that found the right one. */
    public int right() {
      return texts + pictures;
    }
  }
}
