package mirador.web.widgets.real;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import mirador.concepts.clip.ClipConfig;
import mirador.concepts.clip.ImageSteps;
import mirador.concepts.explain.ClipStepsWords;
import mirador.concepts.explain.TokenNames;
import mirador.concepts.text.Numbers;
import mirador.concepts.vit.TokenVectors;
import mirador.web.course.CoursePicture;
import mirador.web.dom.Dom;
import mirador.web.widget.DataTable;
import mirador.web.widget.Widget;
import mirador.web.widget.WidgetFrame;
import mirador.web.widgets.ShownPicture;
import mirador.web.widgets.vit.CropView;
import org.teavm.jso.dom.html.HTMLElement;

/** The five steps of section 1.3 of the notebook on the tensors of CLIP's own image encoder. */
public final class ClipStepsWidget implements Widget {
  private static final int STEPS = 5;

  /** Width of the tokens of ViT-B/32, until the model at hand tells its own. */
  private static final int WIDTH = 768;

  private final List<Step> steps = new ArrayList<>();
  private final VectorStrip projected = new VectorStrip();
  private final VectorStrip features = new VectorStrip();
  private WidgetFrame frame;
  private ClipPart clip;
  private CropView view;
  private ShownCrop crop;
  private HTMLElement list;
  private HTMLElement live;
  private HTMLElement layerField;
  private HTMLElement patchField;
  private PatchHeat places;
  private PatchHeat states;
  private LayerBars layers;
  private Optional<ImageSteps> found = Optional.empty();

  /** One of the five, with what shows it and a sentence. */
  private record Step(HTMLElement title, HTMLElement content, HTMLElement sentence) {
    /** Shows the content, or says that the graph does not have it. */
    void show(boolean known, boolean has, String text) {
      Dom.show(content, known && has);
      Dom.setText(sentence, known ? text : "");
      Dom.show(sentence, known && !text.isEmpty());
    }
  }

  @Override
  public void build(WidgetFrame frame) {
    this.frame = frame;
    clip = new ClipPart(frame);
    HTMLElement hint = Dom.text("p", "widget-hint", frame.say("clip-steps.keys"));
    hint.setId(frame.id() + "-keys");
    view =
        new CropView(
            hint.getId(),
            new CropView.Listener() {
              @Override
              public void pointed(int patch) {
                // Only a choice changes what is shown.
              }

              @Override
              public void chosen(int patch) {
                frame.set("patch", String.valueOf(patch));
              }
            });
    crop = new ShownCrop(view);
    places = new PatchHeat(frame, frame.say("clip-steps.positions.title"));
    states = new PatchHeat(frame, frame.say("clip-steps.state.title"));
    layers = new LayerBars(frame.say("clip-steps.layers"));
    list = Dom.el("ol", "clip-steps");
    add(Dom.el("div", "", view.element(), hint));
    add(projected.element());
    add(places.element());
    add(
        Dom.el(
            "div",
            "",
            states.element(),
            Dom.text("p", "layer-title", frame.say("clip-steps.layers")),
            layers.element()));
    add(features.element());
    live = Dom.el("div", "", clip.mark(), list);
    frame.lay(clip.bar(), clip.status(), clip.baked(), live);
    frame.controls().picture("image");
    patchField = frame.controls().slider("patch", frame.say("clip-steps.patch"), v -> "P" + v);
    layerField = frame.controls().slider("layer", frame.say("clip-attention.layer"), v -> v);
    frame.table(this::table);
  }

  private void add(HTMLElement content) {
    Step step = new Step(Dom.el("p", "panel-title"), content, Dom.el("p", "clip-step-told"));
    steps.add(step);
    list.appendChild(Dom.el("li", "", step.title(), step.content(), step.sentence()));
  }

  @Override
  public void update() {
    clip.begin();
    ShownPicture.load(frame, frame.settings().picture("image"), this::shown);
  }

  private void shown(CoursePicture picture) {
    found = clip.steps(picture);
    Dom.show(live, !clip.showBakedOf(picture));
    crop.show(picture, clip.config().preprocessing(), clip.config().patchSize(), this::draw);
    if (found.isPresent()) {
      frame.result(
          ClipStepsWords.result(frame.messages(), found.get(), patch(), layer(found.get())));
    } else if (!clip.isReady()) {
      frame.result(
          ClipStepsWords.pending(
              frame.messages(),
              frame.settings().integer("patch"),
              frame.settings().integer("layer"),
              picture.name()));
    }
  }

  /** The chosen patch, or the last one that the model has. */
  private int patch() {
    return Math.min(frame.settings().integer("patch"), clip.config().imageTokens() - 2);
  }

  private int layer(ImageSteps steps) {
    return Math.min(frame.settings().integer("layer"), Math.max(0, steps.states().size() - 1));
  }

  private void draw() {
    ClipConfig config = clip.config();
    int patch = patch();
    boolean known = found.isPresent();
    Dom.toggleClass(live, "stale", !known && clip.isReady());
    view.show(new double[0], patch, frame.say("clip-steps.canvas", TokenNames.patch(patch)));
    int width = found.flatMap(ImageSteps::patches).map(TokenVectors::width).orElse(WIDTH);
    for (int i = 0; i < STEPS; i++) {
      Dom.setText(
          steps.get(i).title(), ClipStepsWords.step(frame.messages(), i + 1, config, width));
    }
    steps.get(0).show(true, true, "");
    if (!known) {
      for (Step step : steps.subList(1, STEPS)) {
        step.show(false, false, "");
      }
      return;
    }
    frame.controls().limit(patchField, config.imageTokens() - 2);
    frame.controls().limit(layerField, config.visionLayers());
    draw(found.get(), patch, config.grid());
  }

  private void draw(ImageSteps inside, int patch, int columns) {
    String missing = frame.say("clip-steps.missing");
    String projection =
        inside
            .patches()
            .map(patches -> ClipStepsWords.projection(frame.messages(), patches, patch))
            .orElse(missing);
    steps.get(1).show(true, inside.patches().isPresent(), projection);
    inside.patches().ifPresent(patches -> projected.show(patches.vector(patch), projection));
    steps
        .get(2)
        .show(
            true,
            inside.positions().isPresent(),
            inside
                .positions()
                .map(positions -> ClipStepsWords.positions(frame.messages(), positions, patch))
                .orElse(missing));
    inside
        .positions()
        .ifPresent(positions -> places.show(positions.cosines(patch + 1), columns, patch));
    boolean flows = !inside.states().isEmpty();
    int layer = layer(inside);
    steps
        .get(3)
        .show(
            true,
            flows,
            flows
                ? ClipStepsWords.state(frame.messages(), inside.states().get(layer), patch, layer)
                : missing);
    if (flows) {
      states.show(inside.states().get(layer).cosines(patch + 1), columns, patch);
      layers.show(self(inside, patch), layer);
    }
    String out = ClipStepsWords.features(frame.messages(), inside.features());
    steps.get(4).show(true, true, out);
    features.show(inside.features().vector(0), out);
  }

  /** How alike the patch's token is to what it was before the first layer. */
  private static double[] self(ImageSteps inside, int patch) {
    TokenVectors first = inside.states().get(0);
    double[] cosines = new double[inside.states().size()];
    for (int i = 0; i < cosines.length; i++) {
      cosines[i] = inside.states().get(i).cosine(patch + 1, first, patch + 1);
    }
    return cosines;
  }

  private DataTable table() {
    int patch = patch();
    DataTable table =
        new DataTable(
            frame.say("clip-steps.table", TokenNames.patch(patch)),
            frame.say("clip-attention.layer"),
            frame.say("clip-steps.table.norm"),
            frame.say("clip-steps.table.self"),
            frame.say("clip-steps.table.cls"));
    if (found.isPresent() && !found.get().states().isEmpty()) {
      double[] self = self(found.get(), patch);
      for (int i = 0; i < self.length; i++) {
        TokenVectors state = found.get().states().get(i);
        table.row(
            String.valueOf(i),
            Numbers.fixed(state.norm(patch + 1), 2),
            Numbers.fixed(self[i], 3),
            Numbers.fixed(state.cosine(patch + 1, state, 0), 3));
      }
    }
    return table;
  }
}
