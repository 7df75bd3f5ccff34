package mirador.models.pytorch;

import mirador.concepts.tensor.Shape;

/**
 * A view of a storage.
 *
 * @param offset of its first number in the storage
 * @param strides how many numbers apart neighbours on each axis are
 */
@SuppressWarnings("ArrayRecordComponent") // made once by the unpickler and only read
record StoredTensor(Storage storage, long offset, Shape shape, long[] strides) {
  /** Whether its numbers lie in the storage row by row, without a gap. */
  boolean isContiguous() {
    long step = 1;
    for (int axis = strides.length - 1; axis >= 0; axis--) {
      if (shape.size(axis) != 1 && strides[axis] != step) {
        return false;
      }
      step *= shape.size(axis);
    }
    return true;
  }

  /** How many numbers the view spans, from its first to its last. */
  long span() {
    if (shape.elements() == 0) {
      return 0;
    }
    long last = 0;
    for (int axis = 0; axis < strides.length; axis++) {
      last = Math.addExact(last, Math.multiplyExact(shape.size(axis) - 1, strides[axis]));
    }
    return Math.addExact(last, 1);
  }
}
