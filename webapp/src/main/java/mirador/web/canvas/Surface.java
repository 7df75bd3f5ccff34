package mirador.web.canvas;

import mirador.web.dom.Dom;
import org.teavm.jso.JSBody;
import org.teavm.jso.JSByRef;
import org.teavm.jso.browser.Window;
import org.teavm.jso.canvas.CanvasRenderingContext2D;
import org.teavm.jso.dom.events.Event;
import org.teavm.jso.dom.html.HTMLCanvasElement;
import org.teavm.jso.dom.html.HTMLDocument;
import org.teavm.jso.dom.html.HTMLElement;

/**
 * A canvas with a coordinate system of its own (for instance the pixels of a picture), shown as
 * wide as its room allows and drawn at the screen's resolution. Colours come from the style sheet's
 * variables, so that both themes hold.
 */
public final class Surface {
  private final HTMLCanvasElement canvas;
  private final CanvasRenderingContext2D graphics;
  private double width = 1;
  private double height = 1;
  private double scale = 1;

  /**
   * @param label what a screen reader says of it; the widget's result and table say the rest
   */
  public Surface(String className, String label) {
    canvas = (HTMLCanvasElement) Dom.el("canvas", className);
    canvas.setAttribute("role", "img");
    canvas.setAttribute("aria-label", label);
    graphics = (CanvasRenderingContext2D) canvas.getContext("2d");
  }

  public HTMLCanvasElement element() {
    return canvas;
  }

  public void label(String label) {
    canvas.setAttribute("aria-label", label);
  }

  /**
   * Begins a new drawing of the given size in the surface's own units and clears it.
   *
   * @param width in own units; the canvas keeps the ratio width : height on the page
   * @param height in own units
   */
  public CanvasRenderingContext2D begin(double width, double height) {
    this.width = width;
    this.height = height;
    double shown = canvas.getClientWidth() > 0 ? canvas.getClientWidth() : width;
    double density = Math.min(2, Math.max(1, Window.current().getDevicePixelRatio()));
    scale = shown * density / width;
    int pixelWidth = (int) Math.max(1, Math.round(width * scale));
    int pixelHeight = (int) Math.max(1, Math.round(height * scale));
    if (canvas.getWidth() != pixelWidth || canvas.getHeight() != pixelHeight) {
      canvas.setWidth(pixelWidth);
      canvas.setHeight(pixelHeight);
    }
    aspectRatio(canvas, width, height);
    graphics.setTransform(scale, 0, 0, scale, 0, 0);
    graphics.clearRect(0, 0, width, height);
    return graphics;
  }

  @JSBody(
      params = {"canvas", "width", "height"},
      script = "canvas.style.aspectRatio = width + ' / ' + height;")
  private static native void aspectRatio(HTMLCanvasElement canvas, double width, double height);

  /** The length in own units that shows as one CSS pixel: for lines of constant thickness. */
  public double hairline() {
    double shown = canvas.getClientWidth() > 0 ? canvas.getClientWidth() : width;
    return width / shown;
  }

  /** Where a pointer event lies, in own units: x. */
  public double x(Event event) {
    return offset(event, canvas, true) * width;
  }

  /** Where a pointer event lies, in own units: y. */
  public double y(Event event) {
    return offset(event, canvas, false) * height;
  }

  /** Runs the action when the canvas changes its size on the page or the theme changes. */
  public void onResize(Runnable redraw) {
    Dom.onResize(canvas, redraw);
    Dom.on(HTMLDocument.current(), "mirador:theme", redraw);
  }

  /** A colour of the style sheet by the name of its variable, "--accent". */
  public static String colour(String variable) {
    return variable(variable);
  }

  /** The page's font in a size of own units, for {@code setFont}. */
  public static String font(double size) {
    return font(size, fontFamily());
  }

  /** Draws what follows with hard pixel edges (magnified pixels) or smoothly. */
  @JSBody(
      params = {"graphics", "smooth"},
      script = "graphics.imageSmoothingEnabled = smooth;")
  public static native void smooth(CanvasRenderingContext2D graphics, boolean smooth);

  /** Puts 8-bit RGB pixels (height, width, 3) on a canvas of the same size. */
  public static HTMLCanvasElement canvasOf(int width, int height, byte[] rgb) {
    HTMLCanvasElement target = (HTMLCanvasElement) Dom.el("canvas", "");
    target.setWidth(width);
    target.setHeight(height);
    paint(target, rgb);
    return target;
  }

  @JSBody(
      params = {"canvas", "rgb"},
      script =
          "var pen = canvas.getContext('2d'), image = pen.createImageData(canvas.width, canvas.height),"
              + " px = image.data; for (var idx = 0, dst = 0; idx < px.length; idx += 4) {"
              + " px[idx] = rgb[dst++] & 255; px[idx + 1] = rgb[dst++] & 255; px[idx + 2] = rgb[dst++] & 255;"
              + " px[idx + 3] = 255; }"
              + "pen.putImageData(image, 0, 0);")
  private static native void paint(HTMLCanvasElement canvas, @JSByRef byte[] rgb);

  @JSBody(
      params = {"size", "family"},
      script = "return size + 'px ' + family;")
  private static native String font(double size, String family);

  @JSBody(script = "return getComputedStyle(document.body).fontFamily;")
  private static native String fontFamily();

  @JSBody(
      params = {"name"},
      script =
          "return getComputedStyle(document.documentElement).getPropertyValue(name).trim() || '#888';")
  private static native String variable(String name);

  @JSBody(
      params = {"event", "element", "horizontal"},
      script =
          "var box = element.getBoundingClientRect();"
              + "return horizontal ? (event.clientX - box.left) / box.width"
              + " : (event.clientY - box.top) / box.height;")
  private static native double offset(Event event, HTMLElement element, boolean horizontal);
}
