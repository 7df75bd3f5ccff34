package mirador.web.store;

import org.teavm.jso.JSFunctor;
import org.teavm.jso.JSObject;
import org.teavm.jso.core.JSArrayReader;
import org.teavm.jso.core.JSString;
import org.teavm.jso.file.Blob;

/**
 * A storage of the browser that holds blobs by name: Cache Storage on http, IndexedDB for pages
 * from a disk and for those by plain http, which have no Cache Storage.
 */
interface Keeper extends JSObject {
  /** Keeps a blob; tells "" or why not: "full" or "forbidden". */
  void put(String name, Blob blob, Browser.Text done);

  /** Gives the blob of this name, or null. */
  void get(String name, Browser.BlobHandler done);

  /** Gives all names, each with the size of its blob after it. */
  void list(Names done);

  void remove(String name, Browser.Action done);

  @JSFunctor
  interface Names extends JSObject {
    void accept(JSArrayReader<JSString> flat);
  }
}
