package mirador.web.page;

import mirador.concepts.text.Messages;
import mirador.web.course.CourseData;
import mirador.web.dom.Dom;
import org.teavm.jso.JSBody;
import org.teavm.jso.JSFunctor;
import org.teavm.jso.JSObject;
import org.teavm.jso.dom.html.HTMLDocument;
import org.teavm.jso.dom.html.HTMLElement;

/**
 * The button that goes round light, dark and the system's theme; the choice is kept, and all pages
 * that are open follow it.
 */
final class ThemeButton {
  private static final String[] THEMES = {"auto", "light", "dark"};

  private ThemeButton() {}

  static void enliven() {
    HTMLElement button = HTMLDocument.current().querySelector("[data-theme-button]");
    if (button == null) {
      return;
    }
    button.setHidden(false);
    Dom.on(
        button,
        "click",
        () -> {
          apply(next(current()));
          show(button);
        });
    Change follow =
        () -> {
          follow();
          show(button);
        };
    onChosenElsewhere(follow);
    follow.seen();
  }

  private static void show(HTMLElement button) {
    Messages messages = CourseData.messages();
    String label = messages.get("theme." + current());
    HTMLElement text = button.querySelector("[data-theme-label]");
    Dom.setText(text == null ? button : text, label);
    button.setAttribute("aria-label", messages.get("theme.button", label));
    button.setTitle(messages.get("theme.button", label));
  }

  private static String next(String theme) {
    for (int i = 0; i < THEMES.length; i++) {
      if (THEMES[i].equals(theme)) {
        return THEMES[(i + 1) % THEMES.length];
      }
    }
    return THEMES[0];
  }

  @JSBody(script = "return document.documentElement.getAttribute('data-theme') || 'auto';")
  private static native String current();

  @JSFunctor
  private interface Change extends JSObject {
    void seen();
  }

  // A page that was left a moment ago may be heard after this one has read what is kept. No event
  // of
  // the storage comes to a page that waits in the browser's memory, and seldom one is lost: the
  // learner's coming back is heard too.
  @JSBody(
      params = {"change"},
      script =
          "addEventListener('storage', function (event) {"
              + " if (event.key === 'mirador:theme' && event.newValue) change(); });"
              + "addEventListener('pageshow', function (event) { if (event.persisted) change(); });"
              + "addEventListener('focus', change);")
  private static native void onChosenElsewhere(Change change);

  @JSBody(
      script =
          "try { var kept = localStorage.getItem('mirador:theme');"
              + "if (kept && kept !== document.documentElement.getAttribute('data-theme')) {"
              + " document.documentElement.setAttribute('data-theme', kept);"
              + " document.dispatchEvent(new Event('mirador:theme')); } } catch (err) {}")
  private static native void follow();

  @JSBody(
      params = {"theme"},
      script =
          "document.documentElement.setAttribute('data-theme', theme);"
              // Of a full storage nobody is to follow what was chosen before.
              + "try { localStorage.setItem('mirador:theme', theme); } catch (err) {"
              + " try { localStorage.removeItem('mirador:theme'); } catch (none) {} }"
              + "document.dispatchEvent(new Event('mirador:theme'));")
  private static native void apply(String theme);
}
