package mirador.web.python;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import mirador.concepts.cells.CellError;
import mirador.concepts.cells.CellRun;
import mirador.web.dom.Json;
import mirador.web.model.Message;
import mirador.web.model.WorkerProcess;
import org.teavm.jso.browser.Window;

/**
 * Runs learners' programs, one at a time, in a worker that the first one starts. A program that
 * does not end is ended with its worker; the next one gets a new worker.
 */
public final class PythonService {
  /** How long a program and the cases of its check may take together, in milliseconds. */
  public static final int MOST_TIME = 5000;

  private static final String RUN = "run";
  private static final String OUT = "out";
  private static final String DRAW = "draw";
  private static final String END = "end";

  private static final PythonService SHARED = new PythonService();

  private WorkerProcess worker;
  private boolean ready;
  private Message waiting;
  private Listener listener;
  private int lastId;
  private int timer = -1;

  private PythonService() {}

  /** The one of the page. */
  public static PythonService shared() {
    return SHARED;
  }

  /** Hears how a program goes. */
  public interface Listener {
    /** It begins: the worker listens. */
    void begun();

    /** It has printed. */
    void printed(String text);

    /** It draws; JSON as {@code mostrar} of celda.py makes it. */
    void drawn(String json);

    /** It and its cases are done, or it was ended for its time. */
    void ended(CellRun run);

    /** Somebody else's program took its place, or it was stopped. */
    void stopped();

    /** There is no Python here. */
    void broken(String detail);
  }

  /**
   * One case of a check: expressions, and statements before them.
   *
   * @param before may be empty
   */
  public record Case(String run, String expect, String before) {}

  /**
   * Runs a program, after whatever runs now has been stopped.
   *
   * @param data values of names that the program finds, as JSON
   */
  public void run(String code, List<Case> cases, Map<String, String> data, Listener listener) {
    stop();
    this.listener = listener;
    Message request = Message.of(RUN);
    request.setId(++lastId);
    request.setDetail(request(code, cases, data));
    waiting = request;
    if (worker == null) {
      worker =
          new WorkerProcess(WorkerProcess.Script.PYTHON, this::listens, this::accept, this::died);
    } else if (ready) {
      next();
    }
  }

  /** Ends what runs. */
  public void stop() {
    if (listener != null) {
      Listener stopped = finish();
      if (waiting == null) {
        // It is in the middle of something and hears nothing: only its end ends it.
        end();
      }
      waiting = null;
      stopped.stopped();
    }
  }

  /**
   * Ends the worker if nothing runs: the next program finds nothing that one before it has left.
   */
  public void renew() {
    if (listener == null) {
      end();
    }
  }

  private static String request(String code, List<Case> cases, Map<String, String> data) {
    StringBuilder json = new StringBuilder("{\"code\":").append(Json.quote(code));
    json.append(",\"cases\":[");
    for (int i = 0; i < cases.size(); i++) {
      Case one = cases.get(i);
      json.append(i == 0 ? "" : ",")
          .append("{\"run\":")
          .append(Json.quote(one.run()))
          .append(",\"expect\":")
          .append(Json.quote(one.expect()))
          .append(",\"before\":")
          .append(Json.quote(one.before()))
          .append('}');
    }
    json.append("],\"data\":{");
    String comma = "";
    for (Map.Entry<String, String> one : data.entrySet()) {
      json.append(comma).append(Json.quote(one.getKey())).append(':').append(one.getValue());
      comma = ",";
    }
    return json.append("}}").toString();
  }

  private void listens() {
    ready = true;
    if (waiting != null) {
      next();
    }
  }

  private void next() {
    Message request = waiting;
    waiting = null;
    listener.begun();
    timer = Window.setTimeout(this::late, MOST_TIME);
    worker.post(request);
  }

  private void late() {
    timer = -1;
    end();
    finish().ended(new CellRun(Optional.of(new CellError("Timeout", "", 0, "")), List.of()));
  }

  private void accept(Message answer) {
    if (answer.getId() != lastId || listener == null) {
      return;
    }
    switch (answer.getKind()) {
      case OUT -> listener.printed(answer.getDetail());
      case DRAW -> listener.drawn(answer.getDetail());
      case END -> finish().ended(PythonAnswer.read(answer.getDetail()));
      default -> died(answer.getDetail());
    }
  }

  private void died(String detail) {
    end();
    waiting = null;
    if (listener != null) {
      finish().broken(detail);
    }
  }

  private Listener finish() {
    if (timer >= 0) {
      Window.clearTimeout(timer);
      timer = -1;
    }
    Listener last = listener;
    listener = null;
    return last;
  }

  private void end() {
    if (worker != null) {
      worker.end();
    }
    worker = null;
    ready = false;
  }
}
