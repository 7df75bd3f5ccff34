package mirador.web.widgets.blip2;

import java.util.ArrayList;
import java.util.List;
import mirador.concepts.blip2.Blip2Config;
import mirador.concepts.blip2.Dialogue;
import mirador.concepts.blip2.WrittenToken;
import mirador.concepts.explain.WrittenWords;
import mirador.concepts.generation.GenerationSettings;
import mirador.concepts.text.PythonText;
import mirador.web.course.CoursePicture;
import mirador.web.model.Answer;
import mirador.web.model.Blip2Service;
import mirador.web.model.CandidateText;
import mirador.web.model.ModelHost.Task;
import mirador.web.model.ModelProblem;
import mirador.web.model.Phase;
import mirador.web.model.Progress;
import mirador.web.model.Reply;
import mirador.web.model.Stage;
import mirador.web.model.StageReport;
import mirador.web.model.Token;
import mirador.web.model.TokenListener;
import mirador.web.page.Turns;
import mirador.web.widget.WidgetFrame;
import org.teavm.jso.dom.html.HTMLCanvasElement;

/** A text that BLIP-2 is asked for: what has come of it so far, and how it went. */
final class Writing {
  private static final String MODEL = "BLIP-2";

  private final Blip2Service service = Blip2Service.shared();
  private final WidgetFrame frame;
  private final Runnable changed;
  private final List<Token> told = new ArrayList<>();
  private final List<WrittenToken> tokens = new ArrayList<>();
  private final List<StageReport> stages = new ArrayList<>();
  private State state = State.NONE;
  private Object request;
  private Task task = () -> {};
  private HTMLCanvasElement picture;
  private boolean several;
  private int steps;
  private String text = "";
  private String doing = "";
  private double secondsPerToken;
  private boolean ended;

  /** How far it is. */
  enum State {
    /** Nothing was asked. */
    NONE,
    /** The model is at work. */
    WORKING,
    /** The text is there. */
    DONE,
    /** The learner stopped it; what had come is kept. */
    STOPPED,
    /** The model gave no answer. */
    FAILED
  }

  /**
   * @param changed runs whenever something has come
   */
  Writing(WidgetFrame frame, Runnable changed) {
    this.frame = frame;
    this.changed = changed;
  }

  State state() {
    return state;
  }

  boolean isWorking() {
    return state == State.WORKING;
  }

  /** Whether the text is of what a slot holds now. */
  boolean isOf(CoursePicture shown) {
    return picture == shown.canvas();
  }

  /** What is written so far, without white space around it. */
  String text() {
    return text;
  }

  /** What is written so far; of several texts at once nothing before the best is known. */
  List<WrittenToken> tokens() {
    return tokens;
  }

  /** The same with the attention of each. */
  List<Token> told() {
    return told;
  }

  List<StageReport> stages() {
    return stages;
  }

  /** Whether the text ended by itself. */
  boolean ended() {
    return ended;
  }

  /** What is being done, or what went wrong; "" when nothing is. */
  String status() {
    return switch (state) {
      case WORKING, FAILED -> doing;
      case DONE -> WrittenWords.speed(frame.messages(), secondsPerToken);
      case NONE, STOPPED -> "";
    };
  }

  /**
   * Asks for a caption, in the place of what was asked before.
   *
   * @param dialogue whose open question is to be answered; null for a caption
   */
  void start(CoursePicture shown, Dialogue dialogue, GenerationSettings settings) {
    forget();
    state = State.WORKING;
    picture = shown.canvas();
    several = settings.beams() > 1;
    doing = frame.say("blip2.looking");
    Object asked = new Object();
    request = asked;
    changed.run();
    // Reading the pixels of a large picture takes a turn of its own.
    Turns.add(
        () -> {
          if (asked == request) {
            Hearer hearer = new Hearer(asked);
            task =
                dialogue == null
                    ? service.generate(shown.pixels(), "", settings, hearer, hearer)
                    : service.answer(shown.pixels(), dialogue, settings, hearer, hearer);
          }
        });
  }

  /** Stops it; what has come stays. */
  void stop() {
    if (isWorking()) {
      request = null;
      state = State.STOPPED;
      task.cancel();
      changed.run();
    }
  }

  /** As if nothing had been asked. */
  void forget() {
    request = null;
    if (isWorking()) {
      task.cancel();
    }
    state = State.NONE;
    picture = null;
    clear();
  }

  private void clear() {
    told.clear();
    tokens.clear();
    stages.clear();
    steps = 0;
    text = "";
    ended = false;
  }

  private static WrittenToken written(Token token, Blip2Config config) {
    List<WrittenToken.Alternative> alternatives = new ArrayList<>();
    for (CandidateText one : token.candidates()) {
      alternatives.add(
          new WrittenToken.Alternative(
              one.id(), one.text(), one.id() == config.eosTokenId(), one.probability()));
    }
    return new WrittenToken(
        token.id(), token.text(), token.id() == config.eosTokenId(), alternatives);
  }

  private void add(Token token) {
    told.add(token);
    tokens.add(written(token, service.config()));
  }

  /** Hears what comes, unless something else is wanted by now. */
  private final class Hearer implements Answer<Reply>, TokenListener {
    private final Object asked;
    private final StringBuilder pieces = new StringBuilder();

    Hearer(Object asked) {
      this.asked = asked;
    }

    private boolean isWanted() {
      return asked == request && service.isReady();
    }

    @Override
    public void token(Token token) {
      if (!isWanted()) {
        return;
      }
      steps++;
      if (!several) {
        add(token);
        text = PythonText.strip(pieces.append(token.text()).toString());
      }
      doing = frame.say(several ? "blip2.comparing" : "blip2.writing", steps);
      changed.run();
    }

    @Override
    public void stage(StageReport report) {
      if (!isWanted()) {
        return;
      }
      stages.add(report);
      doing = frame.say("blip2." + next(report.stage()));
      changed.run();
    }

    @Override
    public void again() {
      if (isWanted()) {
        told.clear();
        tokens.clear();
        pieces.setLength(0);
        steps = 0;
      }
    }

    @Override
    public void progress(Progress progress) {
      if (isWanted() && progress.phase() != Phase.RUN) {
        doing = phase(progress);
        changed.run();
      }
    }

    @Override
    public void done(Reply reply) {
      if (!isWanted()) {
        return;
      }
      request = null;
      state = State.DONE;
      told.clear();
      tokens.clear();
      reply.tokens().forEach(Writing.this::add);
      text = reply.text();
      ended = reply.ended();
      secondsPerToken = reply.secondsPerToken();
      stages.clear();
      stages.addAll(reply.stages());
      changed.run();
    }

    @Override
    public void failed(ModelProblem problem) {
      if (asked == request) {
        request = null;
        boolean cancelled = problem.code().equals(ModelProblem.CANCELLED);
        state = cancelled ? State.STOPPED : State.FAILED;
        doing = problem.sentence(frame.messages());
        changed.run();
      }
    }
  }

  /** What is done after a stage. */
  private static String next(Stage stage) {
    return switch (stage) {
      case VISION -> "summing-up";
      case QFORMER -> "reading";
      case PREFILL, DECODE -> "going-on";
    };
  }

  /** What is being prepared, with how much of it is done. */
  private String phase(Progress progress) {
    String words = frame.say("store.bar." + key(progress.phase()), MODEL);
    return progress.total() > 0
        ? words + " " + Math.round(100 * progress.done() / progress.total()) + " %"
        : words;
  }

  private static String key(Phase phase) {
    return phase == Phase.LOAD ? "load.weights" : phase.code();
  }
}
