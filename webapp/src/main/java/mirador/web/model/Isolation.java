package mirador.web.model;

import org.teavm.jso.JSBody;

/**
 * Cross-origin isolation, without which a browser gives a model one thread. The service worker adds
 * the headers to every page that it answers, so all pages but the first of a visit have it. Where
 * the first page itself uses a model, it is reloaded, at most once for each tab.
 */
public final class Isolation {
  private Isolation() {}

  /**
   * Reloads the page where that gives threads. What the learner made is in the browser's storage,
   * or the page is not reloaded.
   *
   * @param intent what to go on with; see {@link #takeIntent}
   * @return whether the page goes away now
   */
  // The mark is written first: a browser that keeps no mark could reload for ever.
  @JSBody(
      params = {"intent"},
      script =
          "try { var key = 'mirador:isolation';"
              + " if (self.crossOriginIsolated || !navigator.serviceWorker"
              + "  || !navigator.serviceWorker.controller || !(navigator.hardwareConcurrency > 1)"
              + "  || sessionStorage.getItem(key) !== null) return false;"
              + " localStorage.setItem(key, ''); localStorage.removeItem(key);"
              + " sessionStorage.setItem(key, intent); location.reload(); return true;"
              + "} catch (forbidden) { return false; }")
  static native boolean reload(String intent);

  /** Whether there is something to {@link #takeIntent take}. */
  @JSBody(
      script =
          "try { return !!sessionStorage.getItem('mirador:isolation'); }"
              + " catch (forbidden) { return false; }")
  public static native boolean hasIntent();

  /** What the page was reloaded for, once; else "". */
  @JSBody(
      script =
          "try { var key = 'mirador:isolation', intent = sessionStorage.getItem(key);"
              + " if (intent) sessionStorage.setItem(key, ''); return intent || '';"
              + "} catch (forbidden) { return ''; }")
  static native String takeIntent();

  @JSBody(script = "return 'gpu' in navigator;")
  static native boolean hasGpu();
}
