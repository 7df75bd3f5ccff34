package mirador.web.widgets.training;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import mirador.concepts.contrastive.ContrastiveTrainer;
import mirador.concepts.contrastive.TrainingSettings;
import mirador.concepts.contrastive.TrainingState;
import mirador.concepts.explain.ContrastiveTrainingWords;
import mirador.concepts.text.Numbers;
import mirador.web.course.PictureShelf;
import mirador.web.dom.Dom;
import mirador.web.model.ModelProblem;
import mirador.web.model.TrainingService;
import mirador.web.model.WireTrained;
import mirador.web.widget.Controls;
import mirador.web.widget.DataTable;
import mirador.web.widget.Widget;
import mirador.web.widget.WidgetFrame;
import mirador.web.widgets.clip.Captions;
import org.teavm.jso.browser.Window;
import org.teavm.jso.dom.html.HTMLElement;
import org.teavm.jso.dom.xml.Node;
import org.teavm.jso.dom.xml.NodeList;

/** Trains a tiny CLIP on the learner's pairs and drawn ones, step by step, in a worker. */
public final class ContrastiveTrainingWidget implements Widget {
  /** A whole training takes about this many frames. */
  private static final int FRAMES = 240;

  /** For who wants less motion: a few pictures of the training, not a film. */
  private static final int FEW_FRAMES = 4;

  /** Larger matrices are drawn in every so many frames, or drawing would take all of them. */
  private static final int LARGE = 8;

  private static final int LARGE_PACE = 15;
  private static final int TABLE_ROWS = 20;

  private final TrainingService service = new TrainingService();
  private final HTMLElement recipe = Dom.el("p", "training-recipe");
  private final HTMLElement now = Dom.el("p", "training-now");
  private final List<HTMLElement> ofDrawn = new ArrayList<>();
  private final List<TrainingState> history = new ArrayList<>();
  private WidgetFrame frame;
  private LossCanvas curve;
  private TrainingMatrix matrix;
  private PairList list;
  private HTMLElement live;
  private HTMLElement start;
  private HTMLElement one;
  private HTMLElement again;
  private List<ShownPair> pairs = List.of();
  private Request opened;
  private double[][] cosines;
  private boolean laid;
  private boolean running;
  private int frames;
  private int trainings;

  /** What a training is made of; another request is another training. */
  private record Request(
      Map<String, String> settings, List<String> captions, List<Integer> looks) {}

  @Override
  public void build(WidgetFrame frame) {
    this.frame = frame;
    curve = new LossCanvas(frame);
    matrix = new TrainingMatrix(frame);
    list = new PairList(frame);
    start = Dom.button("", "primary", this::startOrPause);
    one = Dom.button(frame.say("contrastive-training.one"), "", this::oneStep);
    again = Dom.button(frame.say("contrastive-training.again"), "", this::reset);
    live =
        Dom.el(
            "div",
            "training-live",
            recipe,
            Dom.el("div", "training-buttons", start, one, again, now),
            Dom.el("div", "training-views", curve.element(), matrix.element()),
            list.element());
    controls(frame.controls());
    frame.table(this::table);
    frame.follow(Captions.TOPIC);
    frame.follow(PictureShelf.TOPIC);
  }

  private void controls(Controls controls) {
    controls.slider("pairs", label("pairs.label"), value -> value);
    for (String setting : List.of("unseen", "drawings", "language")) {
      ofDrawn.add(choice(controls, setting));
    }
    controls.slider("batch", label("batch"), value -> value);
    controls.slider(
        "temperature",
        label("temperature"),
        value -> Numbers.fixed(Integer.parseInt(value) / 100.0, 2));
    choice(controls, "learned");
    choice(controls, "optimiser");
    controls.choice("rate", label("rate"), value -> value);
    controls.slider("steps", label("steps"), value -> value);
    controls.slider("seed", label("seed"), value -> value);
  }

  private HTMLElement choice(Controls controls, String setting) {
    return controls.choice(setting, label(setting), value -> label(setting + "." + value));
  }

  private String label(String key) {
    return frame.say("contrastive-training." + key);
  }

  @Override
  public void update() {
    boolean anyDrawn = frame.settings().integer("pairs") > ContrastiveTrainer.OWN_PAIRS;
    ofDrawn.forEach(control -> Dom.show(control, anyDrawn));
    ShownPair.load(frame, this::use);
  }

  @Override
  public void reset() {
    frame.error("");
    running = false;
    opened = null;
    update();
  }

  /** Takes the pairs as they are now; begins anew where they or the settings are others. */
  private void use(List<ShownPair> found) {
    Map<String, String> settings = new LinkedHashMap<>(frame.settings().asMap());
    settings.remove("steps");
    List<Integer> looks = new ArrayList<>();
    for (ShownPair pair : found) {
      looks.add(Arrays.hashCode(pair.pair().picture().rgb()));
    }
    Request wanted = new Request(settings, found.stream().map(ShownPair::caption).toList(), looks);
    boolean past = !history.isEmpty() && last().step() > steps();
    if (wanted.equals(opened) && !past) {
      show(true);
      return;
    }
    opened = wanted;
    running = false;
    trainings++;
    service.open(
        found.stream().map(ShownPair::pair).toList(),
        TrainingSettings.of(frame.settings()),
        trained -> begin(found, trained),
        this::failed);
  }

  private void begin(List<ShownPair> found, WireTrained trained) {
    pairs = found;
    history.clear();
    matrix.head(pairs, trained::isUnseen);
    list.show(pairs, trained::isUnseen);
    if (!laid) {
      laid = true;
      Node paper = paper();
      frame.lay(live, paper);
    }
    took(trained);
    show(true);
  }

  /** The static result once more, for paper: a training that has not begun says nothing there. */
  private Node paper() {
    HTMLElement result = Dom.find(frame.section(), "[data-result]");
    HTMLElement paper =
        Dom.el("div", "paper-only", Dom.text("p", "cell-explained", Dom.textOf(result)));
    NodeList<Node> children = frame.play().getChildNodes();
    for (int i = 0; i < children.getLength(); i++) {
      paper.appendChild(children.item(i).cloneNode(true));
    }
    return paper;
  }

  private void took(WireTrained trained) {
    history.addAll(trained.states());
    cosines = trained.matrix();
  }

  private TrainingState last() {
    return history.get(history.size() - 1);
  }

  private int steps() {
    return frame.settings().integer("steps");
  }

  private void startOrPause() {
    if (running) {
      running = false;
      show(true);
      return;
    }
    if (opened == null || history.isEmpty()) {
      reset();
      return;
    }
    running = true;
    frames = 0;
    trainings++;
    if (last().step() >= steps()) {
      service.open(
          pairs.stream().map(ShownPair::pair).toList(),
          TrainingSettings.of(frame.settings()),
          trained -> {
            history.clear();
            took(trained);
            ask(pace());
          },
          this::failed);
    } else {
      ask(pace());
    }
    show(true);
  }

  private void oneStep() {
    running = false;
    if (last().step() < steps()) {
      ask(1);
    }
  }

  private int pace() {
    int frames = Dom.reducedMotion() ? FEW_FRAMES : FRAMES;
    return Math.max(1, (steps() + frames - 1) / frames);
  }

  private void ask(int wanted) {
    int asked = trainings;
    service.train(
        Math.min(wanted, steps() - last().step()),
        trained -> {
          took(trained);
          Window.requestAnimationFrame(time -> goOn(asked));
        },
        this::failed);
  }

  private void goOn(int asked) {
    // An older training's frame may come after another was begun.
    if (asked != trainings) {
      return;
    }
    running = running && last().step() < steps();
    frames++;
    show(!running || pairs.size() <= LARGE || frames % LARGE_PACE == 0);
    if (running) {
      ask(pace());
    } else {
      frame.refresh();
    }
  }

  private void show(boolean withMatrix) {
    if (history.isEmpty()) {
      return;
    }
    TrainingState last = last();
    boolean over = last.step() >= steps();
    matrix.speak(!running);
    curve.show(history, steps());
    if (withMatrix) {
      matrix.show(cosines, last.temperature());
    }
    Dom.setText(
        recipe,
        ContrastiveTrainingWords.recipe(
            frame.messages(), TrainingSettings.of(frame.settings()), last));
    Dom.setText(
        now,
        frame.say(
            "contrastive-training.now",
            last.step(),
            Numbers.fixed(last.seen().loss(), 2),
            Numbers.fixed(last.temperature(), 3)));
    Dom.setText(start, label(running ? "pause" : over ? "repeat" : "start"));
    Dom.setDisabled(one, running || over);
    Dom.setDisabled(again, last.step() == 0);
    live.setAttribute("data-step", Integer.toString(last.step()));
    // What changes sixty times a second is not to be read aloud: the sentence waits for the end.
    if (!running) {
      frame.result(ContrastiveTrainingWords.result(frame.messages(), last, steps()));
    }
  }

  private void failed(ModelProblem problem) {
    running = false;
    opened = null;
    history.clear();
    if (laid) {
      Dom.setText(start, label("start"));
      Dom.setDisabled(one, true);
    }
    frame.error(frame.say("contrastive-training.failed", problem.detail()));
  }

  private DataTable table() {
    DataTable table =
        new DataTable(
            frame.say("contrastive-training.curve"),
            ContrastiveTrainingWords.heads(frame.messages()));
    int pace = Math.max(1, history.size() / TABLE_ROWS);
    for (int i = 0; i < history.size(); i++) {
      if (i % pace == 0 || i == history.size() - 1) {
        table.row(ContrastiveTrainingWords.row(history.get(i)));
      }
    }
    return table;
  }
}
