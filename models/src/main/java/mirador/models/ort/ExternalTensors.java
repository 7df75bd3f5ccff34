package mirador.models.ort;

import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.StringStringEntryProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OnnxTensorLike;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import com.google.protobuf.InvalidProtocolBufferException;
import java.io.IOException;
import java.nio.ByteOrder;
import java.util.LinkedHashMap;
import java.util.Map;
import mirador.concepts.inference.ModelManifest;
import mirador.models.folder.ModelFolder;
import mirador.models.folder.ModelFolderException;

/**
 * The weights that lie beside a graph, given to the runtime as tensors, since it would look for a
 * file and there are shards. Their bytes are mapped, not read.
 */
final class ExternalTensors implements AutoCloseable {
  private final Map<String, OnnxTensorLike> tensors = new LinkedHashMap<>();

  private ExternalTensors() {}

  /**
   * Finds them.
   *
   * @param graphPath of the graph in the folder
   * @param graph its bytes
   * @throws ModelFolderException when the graph is damaged or asks for what is not there
   */
  static ExternalTensors of(
      OrtEnvironment environment, ModelFolder folder, String graphPath, byte[] graph)
      throws IOException, OrtException {
    ExternalTensors external = new ExternalTensors();
    String weights = ModelManifest.weightsOf(graphPath);
    String where = folder.path().resolve(graphPath).toString();
    try {
      for (TensorProto tensor : ModelProto.parseFrom(graph).getGraph().getInitializerList()) {
        if (tensor.getDataLocation() == TensorProto.DataLocation.EXTERNAL) {
          external.tensors.put(
              tensor.getName(), tensor(environment, folder, weights, where, tensor));
        }
      }
      return external;
    } catch (InvalidProtocolBufferException damaged) {
      external.close();
      throw new ModelFolderException(where + " is no ONNX graph: " + damaged.getMessage(), damaged);
    } catch (IOException | OrtException | RuntimeException failure) {
      external.close();
      throw failure;
    }
  }

  private static OnnxTensor tensor(
      OrtEnvironment environment,
      ModelFolder folder,
      String weights,
      String where,
      TensorProto tensor)
      throws IOException, OrtException {
    long[] shape = new long[tensor.getDimsCount()];
    long elements = 1;
    for (int i = 0; i < shape.length; i++) {
      shape[i] = tensor.getDims(i);
      elements *= shape[i];
    }
    long offset = 0;
    long length = 0;
    for (StringStringEntryProto entry : tensor.getExternalDataList()) {
      switch (entry.getKey()) {
        case "location" -> {
          String named = weights.substring(weights.lastIndexOf('/') + 1);
          if (!entry.getValue().equals(named) || !folder.manifest().hasFile(weights)) {
            throw new ModelFolderException(
                where
                    + " keeps weights in "
                    + entry.getValue()
                    + ", which is no file of the model");
          }
        }
        case "offset" -> offset = Long.parseLong(entry.getValue());
        case "length" -> length = Long.parseLong(entry.getValue());
        default -> {
          // a checksum or what others may write
        }
      }
    }
    OnnxJavaType type = type(tensor, where);
    if (length != elements * type.size || length > Integer.MAX_VALUE) {
      throw new ModelFolderException(
          where
              + ": "
              + tensor.getName()
              + " has "
              + length
              + " bytes for its "
              + elements
              + " numbers");
    }
    return OnnxTensor.createTensor(
        environment,
        folder.range(weights, offset, (int) length).order(ByteOrder.nativeOrder()),
        shape,
        type);
  }

  private static OnnxJavaType type(TensorProto tensor, String where) throws ModelFolderException {
    return switch (tensor.getDataType()) {
      case TensorProto.DataType.FLOAT_VALUE -> OnnxJavaType.FLOAT;
      case TensorProto.DataType.FLOAT16_VALUE -> OnnxJavaType.FLOAT16;
      case TensorProto.DataType.INT8_VALUE -> OnnxJavaType.INT8;
      case TensorProto.DataType.UINT8_VALUE -> OnnxJavaType.UINT8;
      case TensorProto.DataType.INT64_VALUE -> OnnxJavaType.INT64;
      default ->
          throw new ModelFolderException(
              where + ": " + tensor.getName() + " is of the type " + tensor.getDataType());
    };
  }

  Map<String, OnnxTensorLike> all() {
    return tensors;
  }

  /** Frees what is not the runtime's. */
  @Override
  public void close() {
    tensors.values().forEach(OnnxTensorLike::close);
  }
}
