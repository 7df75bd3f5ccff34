package mirador.trainer.data;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;

/**
 * Pictures and texts as the network reads them; in a training, a text of each picture.
 *
 * @param patches (pictures, patches, patch numbers)
 * @param pictures how many
 * @param patchNumbers numbers of a patch
 * @param ids (texts, length), padded with the end token
 * @param ends (texts, length), 1 where a text ends
 * @param texts how many
 */
@SuppressWarnings("ArrayRecordComponent") // numbers by the million: copying them would be the error
public record PairBatch(
    float[] patches, int pictures, int patchNumbers, long[] ids, float[] ends, int texts) {
  public NDArray patches(NDManager manager) {
    return manager.create(
        patches, new Shape(pictures, patches.length / pictures / patchNumbers, patchNumbers));
  }

  public NDArray ids(NDManager manager) {
    return manager.create(ids, new Shape(texts, ids.length / texts));
  }

  public NDArray ends(NDManager manager) {
    return manager.create(ends, new Shape(texts, ends.length / texts));
  }
}
