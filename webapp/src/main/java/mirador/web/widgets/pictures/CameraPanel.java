package mirador.web.widgets.pictures;

import java.util.function.Consumer;
import mirador.web.dom.Dom;
import mirador.web.widget.WidgetFrame;
import org.teavm.jso.JSBody;
import org.teavm.jso.JSFunctor;
import org.teavm.jso.JSObject;
import org.teavm.jso.browser.Window;
import org.teavm.jso.dom.events.Event;
import org.teavm.jso.dom.html.HTMLElement;
import org.teavm.jso.file.Blob;

/**
 * A camera's preview with «take» and «cancel». The camera is let go as soon as the photo is taken,
 * the panel is closed or the page is left.
 */
final class CameraPanel {
  private final WidgetFrame frame;
  private final HTMLElement root = Dom.el("div", "camera");
  private final HTMLElement video = Dom.el("video", "camera-preview");
  private final HTMLElement heading = Dom.text("p", "camera-heading", "");
  private final HTMLElement take;
  private Consumer<Blob> taken = photo -> {};
  private HTMLElement opener;
  private int turn;

  CameraPanel(WidgetFrame frame) {
    this.frame = frame;
    video.setAttribute("playsinline", "");
    video.setAttribute("muted", "");
    video.setAttribute("aria-label", frame.say("picture-gallery.camera.preview"));
    take = Dom.button(frame.say("picture-gallery.camera.take"), "primary", this::take);
    HTMLElement cancel =
        Dom.button(frame.say("picture-gallery.camera.cancel"), "control-button", this::close);
    root.setAttribute("role", "group");
    root.setAttribute("aria-label", frame.say("picture-gallery.camera"));
    root.appendChild(heading);
    root.appendChild(video);
    root.appendChild(Dom.el("div", "camera-buttons", take, cancel));
    Dom.show(root, false);
    Dom.on(
        root,
        "keydown",
        (Event event) -> {
          if (Dom.key(event).equals("Escape")) {
            close();
          }
        });
    Dom.on(Window.current(), "pagehide", () -> stop(video));
  }

  HTMLElement element() {
    return root;
  }

  /** Asks for the camera; {@code opener} gets the focus back when the panel closes. */
  void open(String pictureName, HTMLElement opener, Consumer<Blob> taken) {
    this.opener = opener;
    this.taken = taken;
    int mine = ++turn;
    stop(video);
    Dom.setText(heading, frame.say("picture-gallery.camera.asking"));
    Dom.show(video, false);
    Dom.setDisabled(take, true);
    Dom.show(root, true);
    start(
        video,
        () -> mine == turn && !root.isHidden(),
        () -> {
          Dom.setText(heading, frame.say("picture-gallery.camera.ready", pictureName));
          Dom.show(video, true);
          Dom.setDisabled(take, false);
          take.focus();
        },
        reason -> {
          if (mine == turn) {
            close();
            frame.error(frame.say("picture-gallery.camera." + reason));
          }
        });
  }

  void close() {
    boolean wasOpen = !root.isHidden();
    turn++;
    stop(video);
    Dom.show(root, false);
    if (wasOpen && opener != null) {
      opener.focus();
    }
  }

  private void take() {
    Consumer<Blob> use = taken;
    photograph(
        video,
        photo -> {
          close();
          use.accept(photo);
        });
  }

  /** True when the browser offers a camera here: it does not on insecure pages. */
  @JSBody(script = "return !!(navigator.mediaDevices && navigator.mediaDevices.getUserMedia);")
  static native boolean available();

  @JSBody(
      params = {"video", "wanted", "ready", "failed"},
      script =
          "navigator.mediaDevices.getUserMedia({video: {facingMode: 'environment',"
              + " width: {ideal: 1280}}, audio: false}).then(function(stream) {"
              + " if (!wanted()) { stream.getTracks().forEach(function(track) { track.stop(); }); return; }"
              + " video.muted = true; video.srcObject = stream;"
              + " video.onloadeddata = ready; return video.play(); })"
              + ".catch(function(error) { var kind = error && error.name;"
              + " failed(kind === 'NotAllowedError' || kind === 'SecurityError' ? 'denied'"
              + " : kind === 'NotFoundError' || kind === 'OverconstrainedError' ? 'missing' : 'busy'); });")
  private static native void start(HTMLElement video, Check wanted, Action ready, Reason failed);

  @JSBody(
      params = {"video"},
      script =
          "if (video.srcObject) { video.srcObject.getTracks().forEach(function(track) { track.stop(); });"
              + " video.onloadeddata = null; video.srcObject = null; }")
  private static native void stop(HTMLElement video);

  @JSBody(
      params = {"video", "done"},
      script =
          "if (!video.videoWidth) return; var photo = document.createElement('canvas');"
              + "photo.width = video.videoWidth; photo.height = video.videoHeight;"
              + "photo.getContext('2d').drawImage(video, 0, 0); photo.toBlob(done, 'image/jpeg', 0.92);")
  private static native void photograph(HTMLElement video, Photo done);

  @JSFunctor
  private interface Check extends JSObject {
    boolean holds();
  }

  @JSFunctor
  private interface Action extends JSObject {
    void run();
  }

  @JSFunctor
  private interface Reason extends JSObject {
    void accept(String reason);
  }

  @JSFunctor
  private interface Photo extends JSObject {
    void accept(Blob photo);
  }
}
