package mirador.web.worker;

import mirador.concepts.inference.InferenceException;
import org.teavm.interop.Async;
import org.teavm.interop.AsyncCallback;
import org.teavm.jso.JSBody;
import org.teavm.jso.JSFunctor;
import org.teavm.jso.JSObject;

/** Waits for promises in blocking style; only inside a thread. */
final class Await {
  private Await() {}

  /**
   * What the promise gives.
   *
   * @throws InferenceException when it is rejected, with the text of the error and a {@link
   *     Rejection} as its cause
   */
  @Async
  static native JSObject of(JSObject promise);

  @SuppressWarnings("unused") // TeaVM finds it by its name
  private static void of(JSObject promise, AsyncCallback<JSObject> callback) {
    settle(
        promise,
        callback::complete,
        error -> callback.error(new InferenceException(error, new Rejection(error))));
  }

  /** Lets everything else that waits have its turn. */
  static void turn() {
    of(task());
  }

  // Promises follow each other without a task between them; messages come as tasks.
  @JSBody(
      script = "return new Promise(function(done) { setTimeout(function() { done(null); }, 0); });")
  private static native JSObject task();

  // An exception of Emscripten is a number or an object without a text of its own.
  @JSBody(
      params = {"promise", "done", "failed"},
      script =
          "promise.then(done, function(error) {"
              + " failed(String(error && error.message ? error.message : error)); });")
  private static native void settle(JSObject promise, Value done, Text failed);

  @JSFunctor
  private interface Value extends JSObject {
    void accept(JSObject value);
  }

  @JSFunctor
  private interface Text extends JSObject {
    void accept(String text);
  }
}
