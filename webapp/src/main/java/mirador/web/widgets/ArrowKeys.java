package mirador.web.widgets;

import java.util.List;
import java.util.function.IntConsumer;
import java.util.function.IntSupplier;
import mirador.web.dom.Dom;
import org.teavm.jso.dom.events.Event;
import org.teavm.jso.dom.html.HTMLElement;

/**
 * Many buttons of which one is pressed, as one stop of the tab key: the arrow keys, Home and End
 * press another.
 */
public final class ArrowKeys {
  private ArrowKeys() {}

  /**
   * Listens to the keys.
   *
   * @param group that holds the buttons
   * @param buttons as they are at the moment of a key
   * @param pressed place of the pressed one; -1 for none
   * @param press presses another
   */
  public static void among(
      HTMLElement group, List<HTMLElement> buttons, IntSupplier pressed, IntConsumer press) {
    Dom.on(
        group,
        "keydown",
        (Event event) -> {
          int to = target(Dom.key(event), pressed.getAsInt(), buttons.size());
          if (to >= 0 && to < buttons.size()) {
            event.preventDefault();
            press.accept(to);
            buttons.get(to).focus();
          }
        });
  }

  private static int target(String key, int pressed, int count) {
    int now = Math.max(0, pressed);
    return switch (key) {
      case "ArrowRight", "ArrowDown" -> now + 1;
      case "ArrowLeft", "ArrowUp" -> now - 1;
      case "Home" -> 0;
      case "End" -> count - 1;
      default -> -1;
    };
  }

  /** Shows which one is pressed, -1 for none; it is the stop of the tab key. */
  public static void mark(List<HTMLElement> buttons, int pressed) {
    for (int i = 0; i < buttons.size(); i++) {
      buttons.get(i).setAttribute("aria-pressed", String.valueOf(i == pressed));
      buttons.get(i).setAttribute("tabindex", i == Math.max(0, pressed) ? "0" : "-1");
    }
  }
}
