package mirador.web.model;

import java.util.function.Consumer;
import mirador.web.course.CourseData;
import org.teavm.jso.JSBody;
import org.teavm.jso.JSFunctor;
import org.teavm.jso.JSObject;

/**
 * One worker of the browser, from its start to its end. A worker that the browser ends says
 * nothing; so it holds a lock as long as it lives, and the page waits for that lock.
 */
public final class WorkerProcess {
  private JSObject worker;
  private boolean ended;

  /** The scripts that run in workers. */
  public enum Script {
    /** Compiled from Java: models and trainings. */
    MODELS("worker", "miradorWorker"),
    /** The Python of code cells. */
    PYTHON("python", "miradorPython");

    /** Under which the page knows its address. */
    private final String key;

    /** The function by which it hands over its source on file://. */
    private final String global;

    Script(String key, String global) {
      this.key = key;
      this.global = global;
    }
  }

  /**
   * Starts a worker.
   *
   * @param script that runs in it
   * @param ready when it listens
   * @param message every answer of it
   * @param died with the browser's words, or none, when it is gone; not after {@link #end}
   */
  public WorkerProcess(
      Script script, Runnable ready, Consumer<Message> message, Consumer<String> died) {
    Consumer<String> death =
        detail -> {
          if (!ended) {
            end();
            died.accept(detail);
          }
        };
    Receive receive =
        answer -> {
          if (!ended) {
            message.accept(answer);
          }
        };
    Started started =
        made -> {
          worker = made;
          if (ended) {
            terminate(made);
          }
        };
    if (CourseData.fromFile()) {
      startFromSource(
          address(script.key), script.global, started, ready::run, receive, death::accept);
    } else {
      startFromAddress(address(script.key), started, ready::run, receive, death::accept);
    }
  }

  public void post(Message message) {
    if (!ended) {
      post(worker, message);
    }
  }

  /** Ends it at once, in the middle of whatever it does. */
  public void end() {
    ended = true;
    if (worker != null) {
      terminate(worker);
    }
  }

  private static final String RUN =
      "function run(url) {"
          + " var made, lock = 'mirador-worker-' + Math.random();"
          + " try { made = new Worker(url); } catch (error) { died(String(error)); return; }"
          + " started(made);"
          + " made.onmessage = function(event) {"
          + "  if (!event.data.ready) { receive(event.data); return; }"
          + "  if (url.indexOf('blob:') === 0) URL.revokeObjectURL(url);"
          + "  try { navigator.locks.request(lock, function() { died(''); }).catch(function() {}); }"
          + "  catch (none) {} ready(); };"
          + " made.onerror = function(event) { event.preventDefault();"
          + "  died(event.message || address); };"
          + " made.postMessage({lock: lock}); }";

  @JSBody(
      params = {"address", "started", "ready", "receive", "died"},
      script = RUN + "run(address);")
  private static native void startFromAddress(
      String address, Started started, Action ready, Receive receive, Died died);

  // On file:// a worker starts from its source alone; the script hands it over.
  @JSBody(
      params = {"address", "global", "started", "ready", "receive", "died"},
      script =
          RUN
              + "function source() { run(URL.createObjectURL(new Blob("
              + "['(' + window[global].toString() + ')()'], {type: 'text/javascript'}))); }"
              + "if (window[global]) { source(); } else {"
              + " var tag = document.createElement('script'); tag.src = address;"
              + " tag.onload = source; tag.onerror = function() { died(address); };"
              + " document.head.appendChild(tag); }")
  private static native void startFromSource(
      String address, String global, Started started, Action ready, Receive receive, Died died);

  @JSBody(
      params = {"key"},
      script = "return window.mirador.runtime[key];")
  private static native String address(String key);

  // Pixels go over to the worker; to clone them would take it as long as a fifth of the resizing.
  @JSBody(
      params = {"worker", "message"},
      script =
          "worker.postMessage(message, (message.pictures || []).filter(function(one) {"
              + " return one.rgb; }).map(function(one) { return one.rgb.buffer; }));")
  private static native void post(JSObject worker, Message message);

  @JSBody(
      params = {"worker"},
      script = "worker.terminate();")
  private static native void terminate(JSObject worker);

  @JSFunctor
  private interface Started extends JSObject {
    void accept(JSObject worker);
  }

  @JSFunctor
  private interface Action extends JSObject {
    void run();
  }

  @JSFunctor
  private interface Receive extends JSObject {
    void accept(Message message);
  }

  @JSFunctor
  private interface Died extends JSObject {
    void accept(String detail);
  }
}
