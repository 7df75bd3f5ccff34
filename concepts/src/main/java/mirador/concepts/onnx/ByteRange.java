package mirador.concepts.onnx;

/** A piece of an array, not copied. */
@SuppressWarnings("ArrayRecordComponent") // weights by the million: copying them would be the error
public record ByteRange(byte[] bytes, int start, int length) {}
