package mirador.web.widgets.real;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import mirador.concepts.course.WidgetSettings;
import mirador.concepts.explain.ClipAttentionWords;
import mirador.concepts.explain.TokenNames;
import mirador.concepts.vit.AttentionMaps;
import mirador.concepts.vit.AttentionView;
import mirador.web.course.CoursePicture;
import mirador.web.dom.Dom;
import mirador.web.widget.DataTable;
import mirador.web.widget.Widget;
import mirador.web.widget.WidgetFrame;
import mirador.web.widgets.ShownPicture;
import mirador.web.widgets.vit.CropView;
import org.teavm.jso.dom.html.HTMLDocument;
import org.teavm.jso.dom.html.HTMLElement;
import org.teavm.jso.dom.xml.NodeList;

/**
 * Where the tokens of CLIP's image encoder look: any layer, any head, their mean or the rollout,
 * from [CLS] or any patch (sections 1.0 and 1.3).
 */
public final class ClipAttentionWidget implements Widget {
  private final HTMLElement own = Dom.el("button", "cls-token");
  private final HTMLElement ownSwatch = Dom.el("span", "cls-swatch");
  private final HTMLElement ownText = Dom.el("span", "");
  private final HTMLElement high = Dom.el("span", "");
  private final HTMLElement told = Dom.el("p", "attention-told");
  private WidgetFrame frame;
  private ClipPart clip;
  private CropView view;
  private ShownCrop crop;
  private MapChooser heads;
  private HTMLElement panel;
  private HTMLElement scale;
  private HTMLElement side;
  private HTMLElement layerField;
  private HTMLElement mixField;
  private Optional<AttentionMaps> maps = Optional.empty();
  private int pointed = -1;

  @Override
  public void build(WidgetFrame frame) {
    this.frame = frame;
    clip = new ClipPart(frame);
    HTMLElement hint = Dom.text("p", "widget-hint", frame.say("clip-attention.keys"));
    hint.setId(frame.id() + "-keys");
    view =
        new CropView(
            hint.getId(),
            new CropView.Listener() {
              @Override
              public void pointed(int patch) {
                pointed = patch;
                tell();
              }

              @Override
              public void chosen(int patch) {
                frame.set("from", String.valueOf(patch + 1));
              }
            });
    crop = new ShownCrop(view);
    heads =
        new MapChooser(
            frame.say("clip-attention.heads"), head -> frame.set("mix", String.valueOf(head + 1)));
    own.setAttribute("type", "button");
    own.appendChild(ownSwatch);
    own.appendChild(ownText);
    Dom.on(own, "click", () -> frame.set("from", "0"));
    told.setAttribute("aria-live", "polite");
    HTMLElement bar = Dom.el("span", "attention-scale-bar");
    bar.setAttribute("aria-hidden", "true");
    scale = Dom.el("p", "matrix-scale", Dom.text("span", "", "0 %"), bar, high);
    side =
        Dom.el(
            "div",
            "",
            Dom.text("p", "panel-title", frame.say("clip-attention.heads")),
            heads.element(),
            Dom.text("p", "widget-hint", frame.say("clip-attention.heads.scale")));
    panel =
        Dom.el(
            "div",
            "attention-panels",
            Dom.el("div", "", clip.mark(), view.element(), own, scale, told, hint),
            side);
    frame.lay(clip.bar(), clip.status(), clip.baked(), panel);
    frame.controls().picture("image");
    layerField = frame.controls().slider("layer", frame.say("clip-attention.layer"), v -> v);
    mixField =
        frame
            .controls()
            .choice(
                "mix",
                frame.say("clip-attention.mix"),
                mix -> ClipAttentionWords.mix(frame.messages(), mix));
    frame.table(this::table);
    Dom.on(HTMLDocument.current(), "mirador:theme", this::draw);
  }

  @Override
  public void update() {
    clip.begin();
    ShownPicture.load(frame, frame.settings().picture("image"), this::shown);
  }

  @Override
  public void reset() {
    pointed = -1;
  }

  private void shown(CoursePicture picture) {
    maps = clip.attention(picture);
    boolean baked = clip.showBakedOf(picture);
    Dom.show(panel, !baked);
    crop.show(picture, clip.config().preprocessing(), clip.config().patchSize(), this::draw);
    if (maps.isPresent()) {
      limit(maps.get());
      frame.result(
          ClipAttentionWords.result(frame.messages(), maps.get(), present().fitted(maps.get())));
    } else if (!clip.isReady()) {
      frame.result(
          baked
              ? ClipAttentionWords.baked(frame.messages(), picture.name())
              : ClipAttentionWords.pending(frame.messages(), present(), picture.name()));
    }
  }

  private AttentionView present() {
    WidgetSettings settings = frame.settings();
    return new AttentionView(
        settings.integer("layer"), settings.choice("mix"), settings.integer("from"));
  }

  /** The controls offer no more layers and heads than the model has. */
  private void limit(AttentionMaps maps) {
    frame.controls().limit(layerField, maps.layers());
    NodeList<? extends HTMLElement> options = mixField.querySelectorAll("option");
    for (int i = 0; i < options.getLength(); i++) {
      AttentionView view = new AttentionView(1, options.get(i).getAttribute("value"), 0);
      options.get(i).setHidden(view.isHead() && view.head() > maps.heads());
    }
  }

  private void draw() {
    Dom.show(side, maps.isPresent());
    Dom.show(scale, maps.isPresent());
    Dom.toggleClass(panel, "stale", maps.isEmpty() && clip.isReady());
    if (view.grid() == null) {
      return;
    }
    if (maps.isEmpty()) {
      AttentionView wanted = present();
      view.show(new double[0], wanted.from() - 1, frame.say("clip-attention.canvas.crop"));
      own(wanted, "");
      tell();
      return;
    }
    AttentionView shown = present().fitted(maps.get());
    double[] row = shown.row(maps.get());
    double[] patches = AttentionView.patches(row);
    double greatest = CropView.greatest(patches);
    String place = ClipAttentionWords.place(frame.messages(), shown, maps.get().heads());
    view.show(
        patches,
        shown.from() - 1,
        frame.say("clip-attention.canvas", TokenNames.of(shown.from()), place));
    Dom.setText(high, ClipAttentionWords.percent(greatest) + " %");
    own(shown, ": " + ClipAttentionWords.percent(row[0]) + " %");
    ownSwatch
        .getStyle()
        .setProperty("--weight", String.valueOf(greatest > 0 ? Math.min(1, row[0] / greatest) : 0));
    showHeads(maps.get(), shown);
    tell();
  }

  private void showHeads(AttentionMaps maps, AttentionView shown) {
    List<String> names = new ArrayList<>();
    List<double[]> weights = new ArrayList<>();
    for (int head = 1; head <= maps.heads(); head++) {
      String mix = String.valueOf(head);
      names.add(ClipAttentionWords.mix(frame.messages(), mix));
      weights.add(
          AttentionView.patches(new AttentionView(shown.layer(), mix, shown.from()).row(maps)));
    }
    heads.show(names, weights, view.grid().columns(), shown.isHead() ? shown.head() - 1 : -1);
  }

  private void own(AttentionView shown, String weight) {
    own.setAttribute("aria-pressed", String.valueOf(shown.from() == 0));
    Dom.setText(ownText, TokenNames.of(0) + weight);
    Dom.show(ownSwatch, !weight.isEmpty());
  }

  /** What is told of the patch pointed at. */
  private void tell() {
    String text = "";
    if (maps.isPresent() && pointed >= 0 && pointed < maps.get().tokens() - 1) {
      AttentionView shown = present().fitted(maps.get());
      text =
          ClipAttentionWords.weight(
              frame.messages(), shown.from(), pointed + 1, shown.row(maps.get())[pointed + 1]);
    } else if (pointed >= 0) {
      text = TokenNames.patch(pointed);
    }
    Dom.setText(told, text);
  }

  private DataTable table() {
    if (maps.isEmpty()) {
      return WeightTable.empty(frame, frame.say("clip-attention.table.empty"));
    }
    AttentionView shown = present().fitted(maps.get());
    return WeightTable.of(
        frame,
        TokenNames.of(shown.from()),
        ClipAttentionWords.place(frame.messages(), shown, maps.get().heads()),
        clip.config().grid(),
        shown.row(maps.get()));
  }
}
