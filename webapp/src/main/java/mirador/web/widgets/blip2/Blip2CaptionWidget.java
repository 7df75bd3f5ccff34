package mirador.web.widgets.blip2;

import mirador.concepts.blip2.CaptionSettings;
import mirador.concepts.explain.Blip2CaptionWords;
import mirador.concepts.generation.GenerationSettings;
import mirador.concepts.text.Numbers;
import mirador.web.course.CoursePicture;
import mirador.web.course.PictureShelf;
import mirador.web.dom.Dom;
import mirador.web.widget.DataTable;
import mirador.web.widget.Widget;
import mirador.web.widget.WidgetFrame;
import mirador.web.widgets.ShownPicture;
import mirador.web.widgets.vqa.PictureView;
import org.teavm.jso.dom.html.HTMLElement;

/**
 * What BLIP-2 writes of a picture, token by token, by a search that the learner chooses (notebook
 * cell 4.4, first demonstration).
 */
public final class Blip2CaptionWidget implements Widget {
  private final HTMLElement caption = Dom.el("p", "chat-caption");
  private WidgetFrame frame;
  private Blip2Part blip2;
  private PictureView picture;
  private WrittenText text;
  private HTMLElement ask;
  private HTMLElement panel;
  private HTMLElement temperature;
  private HTMLElement mass;
  private HTMLElement seed;
  private CoursePicture shown;
  private GenerationSettings asked;

  @Override
  public void build(WidgetFrame frame) {
    this.frame = frame;
    blip2 = new Blip2Part(frame);
    picture = new PictureView(frame);
    text = new WrittenText(frame, () -> {});
    ask = Dom.button(frame.say("blip2-caption.ask"), "primary", this::ask);
    panel =
        Dom.el(
            "div",
            "chat",
            Dom.el("div", "chat-seen", picture.element(), caption),
            Dom.el("div", "chat-talk", blip2.model().mark(), ask, text.element()));
    frame.lay(blip2.model().bar(), blip2.model().baked(), panel, blip2.model().status());
    frame.controls().picture("image");
    frame.controls().slider("tokens", frame.say("blip2-caption.tokens"), count -> count);
    frame
        .controls()
        .choice(
            "search",
            frame.say("blip2-caption.search"),
            search -> frame.say("blip2-caption.search." + search));
    frame
        .controls()
        .slider("penalty", frame.say("blip2-caption.penalty"), Blip2CaptionWidget::hundredths);
    temperature =
        frame
            .controls()
            .slider(
                "temperature",
                frame.say("blip2-caption.temperature"),
                Blip2CaptionWidget::hundredths);
    mass = frame.controls().slider("mass", frame.say("blip2-caption.mass"), share -> share + " %");
    seed = frame.controls().slider("seed", frame.say("blip2-caption.seed"), number -> number);
    frame.table(this::table);
  }

  private static String hundredths(String value) {
    return Numbers.fixed(Integer.parseInt(value) / 100.0, 2);
  }

  private void ask() {
    asked = present();
    blip2.writing().start(shown, null, asked);
  }

  private GenerationSettings present() {
    return CaptionSettings.of(frame.settings());
  }

  @Override
  public void update() {
    boolean byLot = CaptionSettings.isByLot(frame.settings().choice("search"));
    Dom.show(temperature, byLot);
    Dom.show(mass, byLot);
    Dom.show(seed, byLot);
    String image = frame.settings().picture("image");
    picture.show(image);
    Dom.setText(caption, PictureShelf.shared().name(image));
    ShownPicture.load(frame, image, this::shown);
  }

  private void shown(CoursePicture now) {
    Writing writing = blip2.writing();
    shown = now;
    if (writing.state() != Writing.State.NONE && !writing.isOf(now)) {
      writing.forget();
    }
    blip2.begin();
    if (blip2.beginsWith(now)) {
      ask();
    }
    blip2.update(ask);
    text.show(writing.tokens());
    Dom.toggleClass(text.element(), "stale", !present().equals(asked));
    boolean baked = blip2.model().hasBaked();
    Dom.show(panel, !baked);
    frame.result(result(now.name(), baked));
  }

  private String result(String name, boolean baked) {
    Writing writing = blip2.writing();
    if (!blip2.isReady()) {
      return baked
          ? Blip2CaptionWords.baked(frame.messages())
          : Blip2CaptionWords.pending(frame.messages(), name, present());
    }
    return switch (writing.state()) {
      case WORKING -> Blip2CaptionWords.writing(frame.messages(), name);
      case DONE ->
          Blip2CaptionWords.result(
              frame.messages(), name, writing.text(), writing.tokens(), writing.ended());
      case STOPPED -> Blip2CaptionWords.stopped(frame.messages(), name, writing.text());
      case NONE, FAILED -> Blip2CaptionWords.ready(frame.messages(), name, present());
    };
  }

  @Override
  public void reset() {
    blip2.writing().forget();
  }

  private DataTable table() {
    return text.table(
        frame.say(
            "blip2-caption.table", PictureShelf.shared().name(frame.settings().picture("image"))));
  }
}
