package mirador.trainer.blip2;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import mirador.trainer.data.TextBatch;

/**
 * Pictures and what is said of each.
 *
 * @param patches (size, patches, patch numbers)
 * @param patchNumbers numbers of a patch
 * @param texts one of each picture
 */
@SuppressWarnings("ArrayRecordComponent") // numbers by the million: copying them would be the error
record PictureText(float[] patches, int patchNumbers, TextBatch texts) {
  NDArray patches(NDManager manager) {
    int size = texts.size();
    return manager.create(
        patches, new Shape(size, patches.length / size / patchNumbers, patchNumbers));
  }
}
