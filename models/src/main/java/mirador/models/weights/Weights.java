package mirador.models.weights;

import java.io.IOException;
import java.util.Set;
import mirador.concepts.tensor.FloatTensor;
import mirador.concepts.tensor.LongTensor;

/** The tensors of a checkpoint, by their names. Nothing is read before it is asked for. */
public interface Weights extends AutoCloseable {
  /** All names, in the order of the file. */
  Set<String> names();

  /**
   * Type and shape of a tensor.
   *
   * @throws WeightsException when there is none of this name
   */
  WeightInfo info(String name) throws WeightsException;

  /**
   * Reads a tensor piece by piece.
   *
   * @throws WeightsException when there is none of this name or its bytes are missing
   */
  ElementReader open(String name) throws IOException;

  /**
   * A whole tensor as 32-bit floats.
   *
   * @throws WeightsException when there is none of this name or its bytes are missing
   */
  default FloatTensor floats(String name) throws IOException {
    ElementReader reader = open(name);
    float[] values = new float[reader.remaining()];
    reader.read(values);
    return new FloatTensor(info(name).shape(), values);
  }

  /**
   * A whole tensor of whole numbers.
   *
   * @throws WeightsException when there is none of this name or it holds no whole numbers
   */
  default LongTensor longs(String name) throws IOException {
    ElementReader reader = open(name);
    long[] values = new long[reader.remaining()];
    reader.read(values);
    return new LongTensor(info(name).shape(), values);
  }

  @Override
  void close() throws IOException;
}
