package mirador.web.page;

import mirador.web.dom.Dom;
import org.teavm.jso.JSBody;
import org.teavm.jso.browser.Window;

/**
 * Keeps the place that the address names before the learner's eyes while widgets come alive above
 * it and grow. Ends with the learner's first touch, or after a few seconds.
 */
final class AnchorKeeper {
  private AnchorKeeper() {}

  static void enliven() {
    hold();
    Dom.on(Window.current(), "hashchange", AnchorKeeper::hold);
  }

  @JSBody(
      script =
          "var name = decodeURIComponent(location.hash.slice(1));"
              + "var target = name && document.getElementById(name);"
              + "if (!target || !('ResizeObserver' in window)) return;"
              + "var watcher = new ResizeObserver(function() { target.scrollIntoView(); });"
              + "function stop() { watcher.disconnect(); }"
              + "['wheel', 'touchstart', 'keydown', 'pointerdown'].forEach(function(touch) {"
              + " addEventListener(touch, stop, {once: true, passive: true}); });"
              + "watcher.observe(document.body); setTimeout(stop, 4000);")
  private static native void hold();
}
