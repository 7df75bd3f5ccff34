package mirador.web.store;

import java.util.function.Consumer;
import mirador.concepts.inference.DownloadPlan;
import org.teavm.jso.JSObject;
import org.teavm.jso.file.Blob;

/** Where the files of one model come from. */
interface Source {
  /** What learners call it: a host, a folder. */
  String title();

  /**
   * Whether its manifest is the course's own list of the hub's files, of which not every hash is
   * known.
   */
  boolean listed();

  /** Gives the manifest, unchecked. */
  void manifest(Consumer<JSObject> done, Consumer<Failure> failed);

  /** Brings a piece; one at a time. */
  void piece(DownloadPlan.Piece piece, Taker taker);

  /** Ends what is under way; its taker is told nothing more. */
  void stop();

  /**
   * Whether what it brings is to be kept: not what lies beside the page anyway.
   *
   * @param bytes of the whole model
   * @param free bytes that the browser's storage has room for
   */
  boolean keeps(long bytes, double free);

  /** Whether what is not kept can be read again as long as the page is open. */
  boolean staysInPlace();

  /** Gets one piece. */
  interface Taker {
    /**
     * The answer has begun.
     *
     * @param total bytes of the whole file as far as the source tells, or -1
     * @param tag that changes with the file's content, or ""
     * @return whether this is still the file that was planned
     */
    boolean begins(double total, String tag);

    /** So many bytes more have come. */
    void came(long bytes);

    /** The piece is whole; not verified yet. */
    void done(Blob piece);

    void failed(Failure failure);
  }
}
