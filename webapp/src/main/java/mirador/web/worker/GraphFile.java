package mirador.web.worker;

import mirador.web.model.Message.WireFile;
import org.teavm.jso.JSBody;
import org.teavm.jso.JSFunctor;
import org.teavm.jso.JSObject;
import org.teavm.jso.typedarrays.Uint8Array;

/**
 * A graph as the page gives it, and the file of its weights where they do not lie in it. That file
 * may be larger than an array can be: the runtime reads each weight out of it when it comes to it,
 * straight into its own memory, in every build of it.
 */
final class GraphFile {
  private final WireFile file;
  private final Reading reading;

  /** Hears how much of the weights has been read. */
  @JSFunctor
  interface Reading extends JSObject {
    /** So many bytes more were read, in so many milliseconds. */
    void read(double bytes, double milliseconds);
  }

  GraphFile(WireFile file, Reading reading) {
    this.file = file;
    this.reading = reading;
  }

  GraphFile(WireFile file) {
    this(file, (bytes, milliseconds) -> {});
  }

  /** The graph, read now. */
  Uint8Array bytes() {
    return Blobs.bytes(file.getContent());
  }

  boolean hasWeights() {
    return file.getWeights() != null;
  }

  /** The name under which the graph knows the file of its weights. */
  String location() {
    return file.getLocation();
  }

  /** The file of the weights as the runtime takes it. */
  JSObject weights() {
    return onDemand(file.getWeights(), reading);
  }

  // The runtime passes an array of bytes on unread, asks it for its length, and then for the part
  // of each weight; onnxruntime-web 1.30.0, mountExternalData. Only a worker may read at once.
  @JSBody(
      params = {"file", "reading"},
      script =
          "var bytes = new Uint8Array(0), reader = new FileReaderSync();"
              + "Object.defineProperty(bytes, 'byteLength', {value: file.size});"
              + "bytes.subarray = function(from, to) {"
              + " var before = performance.now();"
              + " var part = new Uint8Array(reader.readAsArrayBuffer(file.slice(from, to)));"
              + " reading(to - from, performance.now() - before); return part; };"
              + "return bytes;")
  private static native JSObject onDemand(JSObject file, Reading reading);
}
