package mirador.web.dom;

import java.util.function.Consumer;
import org.teavm.jso.JSBody;
import org.teavm.jso.JSFunctor;
import org.teavm.jso.JSObject;
import org.teavm.jso.dom.events.Event;
import org.teavm.jso.dom.events.EventListener;
import org.teavm.jso.dom.html.HTMLDocument;
import org.teavm.jso.dom.html.HTMLElement;
import org.teavm.jso.dom.xml.Element;
import org.teavm.jso.dom.xml.Node;
import org.teavm.jso.dom.xml.NodeList;

/** Makes, finds and listens to elements. Texts are always set as text, never parsed as HTML. */
public final class Dom {
  private static final String SVG = "http://www.w3.org/2000/svg";

  private Dom() {}

  /** An element with a class (empty for none) and children. */
  public static HTMLElement el(String tag, String className, Node... children) {
    HTMLElement element = HTMLDocument.current().createElement(tag);
    if (!className.isEmpty()) {
      element.setClassName(className);
    }
    for (Node child : children) {
      element.appendChild(child);
    }
    return element;
  }

  /** An element with a class (empty for none) that holds a text. */
  public static HTMLElement text(String tag, String className, String text) {
    HTMLElement element = el(tag, className);
    setText(element, text);
    return element;
  }

  public static HTMLElement button(String label, String className, Runnable onClick) {
    HTMLElement button = text("button", className, label);
    button.setAttribute("type", "button");
    on(button, "click", onClick);
    return button;
  }

  /** An SVG element; attributes as name, value, name, value. */
  public static Element svg(String tag, String... attributes) {
    Element element = createNs(SVG, tag);
    for (int i = 0; i + 1 < attributes.length; i += 2) {
      element.setAttribute(attributes[i], attributes[i + 1]);
    }
    return element;
  }

  /** Text drawn in an SVG picture. */
  public static Element svgText(String text, String... attributes) {
    Element element = svg("text", attributes);
    setText(element, text);
    return element;
  }

  public static void on(JSObject target, String event, Runnable action) {
    listen(target, event, ignored -> action.run());
  }

  public static void on(JSObject target, String event, Consumer<Event> action) {
    listen(target, event, action::accept);
  }

  /** Runs the action, in the next frame, whenever the element's width on the page changes. */
  public static void onResize(HTMLElement element, Runnable action) {
    watchWidth(element, action::run);
  }

  public static void clear(HTMLElement element) {
    element.clear();
  }

  public static void replaceChildren(HTMLElement parent, Node... children) {
    parent.clear();
    for (Node child : children) {
      parent.appendChild(child);
    }
  }

  public static void show(HTMLElement element, boolean visible) {
    element.setHidden(!visible);
  }

  public static void toggleClass(HTMLElement element, String name, boolean on) {
    if (on) {
      element.getClassList().add(name);
    } else {
      element.getClassList().remove(name);
    }
  }

  /** First match inside {@code root}, or null. */
  public static HTMLElement find(HTMLElement root, String selector) {
    return root.querySelector(selector);
  }

  public static NodeList<? extends HTMLElement> all(String selector) {
    return HTMLDocument.current().querySelectorAll(selector);
  }

  @JSBody(
      params = {"node", "text"},
      script = "node.textContent = text;")
  public static native void setText(Node node, String text);

  @JSBody(
      params = {"node"},
      script = "return node.textContent;")
  public static native String textOf(Node node);

  /** The value of an input, select or text area. */
  @JSBody(
      params = {"field"},
      script = "return field.value;")
  public static native String value(JSObject field);

  @JSBody(
      params = {"field", "value"},
      script = "if (field.value !== value) field.value = value;")
  public static native void setValue(JSObject field, String value);

  @JSBody(
      params = {"field"},
      script = "return field.checked;")
  public static native boolean checked(JSObject field);

  @JSBody(
      params = {"field", "on"},
      script = "field.checked = on;")
  public static native void setChecked(JSObject field, boolean on);

  @JSBody(
      params = {"field", "off"},
      script = "field.disabled = off;")
  public static native void setDisabled(JSObject field, boolean off);

  /** True when the learner asked the system for less motion. */
  @JSBody(script = "return matchMedia('(prefers-reduced-motion: reduce)').matches;")
  public static native boolean reducedMotion();

  /** The key of a keyboard event ("ArrowLeft", "Escape", …). */
  @JSBody(
      params = {"event"},
      script = "return event.key || '';")
  public static native String key(Event event);

  /** True while Shift is held during a keyboard event. */
  @JSBody(
      params = {"event"},
      script = "return !!event.shiftKey;")
  public static native boolean shift(Event event);

  /** Scrolls sideways inside a strip without moving the page. */
  @JSBody(
      params = {"strip", "item"},
      script =
          "var left = item.offsetLeft - (strip.clientWidth - item.offsetWidth) / 2;"
              + "strip.scrollLeft = left;")
  public static native void centreInStrip(HTMLElement strip, HTMLElement item);

  @JSBody(
      params = {"target", "event", "listener"},
      script = "target.addEventListener(event, listener);")
  private static native void listen(JSObject target, String event, EventListener<Event> listener);

  @JSBody(
      params = {"namespace", "tag"},
      script = "return document.createElementNS(namespace, tag);")
  private static native Element createNs(String namespace, String tag);

  @JSBody(
      params = {"element", "action"},
      script =
          "var last = element.clientWidth;"
              + "if ('ResizeObserver' in window) new ResizeObserver(function() {"
              + " if (element.clientWidth !== last) { last = element.clientWidth;"
              + " requestAnimationFrame(action); } }).observe(element);")
  private static native void watchWidth(HTMLElement element, Action action);

  @JSFunctor
  private interface Action extends JSObject {
    void run();
  }
}
