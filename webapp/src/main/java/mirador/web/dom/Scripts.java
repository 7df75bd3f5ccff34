package mirador.web.dom;

import org.teavm.jso.JSBody;
import org.teavm.jso.JSFunctor;
import org.teavm.jso.JSObject;

/** Classic scripts that come later: they load from file:// too, where nothing can be fetched. */
public final class Scripts {
  private Scripts() {}

  /**
   * Adds a script to the page, once for all who ask.
   *
   * @param done runs when the script has run, at once when it has already
   * @param failed runs when it cannot be loaded; whoever asks again later makes another try
   */
  public static void load(String address, Runnable done, Runnable failed) {
    add(address, done::run, failed::run);
  }

  @JSBody(
      params = {"address", "done", "failed"},
      script =
          "var all = window.miradorScripts = window.miradorScripts || {}; var tag = all[address];"
              + "if (tag && tag.hasAttribute('data-done')) { done(); return; }"
              + "if (!tag) { tag = all[address] = document.createElement('script'); tag.src = address;"
              + " tag.addEventListener('load', function() { tag.setAttribute('data-done', ''); });"
              + " tag.addEventListener('error', function() { delete all[address]; tag.remove(); });"
              + " document.head.appendChild(tag); }"
              + "tag.addEventListener('load', done); tag.addEventListener('error', failed);")
  private static native void add(String address, Action done, Action failed);

  @JSFunctor
  private interface Action extends JSObject {
    void run();
  }
}
