package mirador.models.onnx;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.TensorInfo;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Runs model bytes with ONNX Runtime and keeps the outputs that are numbers. */
final class GraphRun {
  /** One output. */
  @SuppressWarnings("ArrayRecordComponent") // as ONNX Runtime gives them
  record Output(String type, long[] shape, float[] values) {}

  private GraphRun() {}

  static Map<String, Output> pictures(byte[] model, float[] pixels, long... shape)
      throws OrtException {
    try (OnnxTensor input =
        OnnxTensor.createTensor(OrtEnvironment.getEnvironment(), FloatBuffer.wrap(pixels), shape)) {
      return run(model, "pixel_values", input);
    }
  }

  static Map<String, Output> texts(byte[] model, long[] ids, long... shape) throws OrtException {
    try (OnnxTensor input =
        OnnxTensor.createTensor(OrtEnvironment.getEnvironment(), LongBuffer.wrap(ids), shape)) {
      return run(model, "input_ids", input);
    }
  }

  private static Map<String, Output> run(byte[] model, String name, OnnxTensor input)
      throws OrtException {
    Map<String, Output> outputs = new HashMap<>();
    try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
      options.setIntraOpNumThreads(1);
      try (OrtSession session = OrtEnvironment.getEnvironment().createSession(model, options)) {
        Set<String> wanted = session.getOutputNames();
        try (OrtSession.Result result = session.run(Map.of(name, input), wanted)) {
          result.forEach(
              entry -> {
                OnnxTensor tensor = (OnnxTensor) entry.getValue();
                TensorInfo info = tensor.getInfo();
                FloatBuffer buffer = tensor.getFloatBuffer();
                float[] values = new float[buffer.remaining()];
                buffer.get(values);
                outputs.put(
                    entry.getKey(), new Output(info.type.toString(), info.getShape(), values));
              });
        }
      }
    }
    return outputs;
  }
}
