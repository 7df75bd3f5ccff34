package mirador.web.dom;

import org.teavm.jso.JSBody;
import org.teavm.jso.core.JSArrayReader;
import org.teavm.jso.core.JSString;

/**
 * Files that are kept for a visit without a network when they are first used. The service worker
 * sees by itself what a page asks for, but for the first page of a visit, which was there before
 * it.
 */
public final class OfflineFiles {
  private OfflineFiles() {}

  /**
   * Tells the service worker of files that this page is about to use, where it cannot see that
   * itself.
   *
   * @param addresses absolute, or relative to the root of the site
   */
  @JSBody(
      params = {"addresses"},
      script =
          "var workers = navigator.serviceWorker; if (!workers || workers.controller"
              // Another worker may be a learning platform's own.
              + " || document.documentElement.hasAttribute('data-platform')) return;"
              + "var all = addresses.map(function(address) {"
              + " return new URL(address, document.baseURI).href; });"
              + "workers.ready.then(function(found) { found.active.postMessage({keep: all}); });")
  public static native void keep(JSArrayReader<JSString> addresses);
}
