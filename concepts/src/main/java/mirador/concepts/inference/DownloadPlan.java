package mirador.concepts.inference;

import java.util.ArrayList;
import java.util.List;

/**
 * The pieces in which a model's files are brought into the browser, in their order. A piece is what
 * is fetched, verified and kept at once: after a cut only the piece at hand is fetched anew.
 *
 * @param pieces of all files, each file's from its first byte to its last
 */
public record DownloadPlan(List<Piece> pieces) {
  public DownloadPlan {
    pieces = List.copyOf(pieces);
  }

  /**
   * A file as its source offers it.
   *
   * @param path in the model's folder
   * @param bytes size of the whole file
   * @param sha256 of the whole file, or "" where the source does not tell it
   * @param shards the files it is stored in; empty when it is stored whole
   */
  public record Offered(String path, long bytes, String sha256, List<ModelManifest.Shard> shards) {
    public Offered {
      shards = List.copyOf(shards);
    }

    /** A file of a checked manifest. */
    public static Offered of(ModelManifest.ModelFile file) {
      return new Offered(
          file.path(), file.bytes(), file.sha256(), file.isSplit() ? file.shards() : List.of());
    }
  }

  /**
   * A range of a file's bytes.
   *
   * @param file path of the file
   * @param index place among the file's pieces, from 0
   * @param from first byte in the file
   * @param bytes how many
   * @param sha256 of the piece, or "" when it is known only after it came
   * @param shard path of the file that holds just this piece, or "" when it is to be cut out of the
   *     whole file
   */
  public record Piece(String file, int index, long from, long bytes, String sha256, String shard) {}

  /**
   * A piece that is kept, as the name it is kept under tells it.
   *
   * @param sha256 of the bytes when they were put there
   */
  public record Kept(String file, int index, String sha256, long bytes) {
    /** No path holds it. */
    private static final char SEPARATOR = '?';

    /** The name to keep a piece under. */
    public static String name(Piece piece, String sha256) {
      return piece.file() + SEPARATOR + piece.index() + SEPARATOR + sha256;
    }

    /** What a name tells; null when it names no piece. */
    public static Kept of(String name, long bytes) {
      int first = name.indexOf(SEPARATOR);
      int second = name.indexOf(SEPARATOR, first + 1);
      if (first < 1 || second < 0) {
        return null;
      }
      try {
        return new Kept(
            name.substring(0, first),
            Integer.parseInt(name.substring(first + 1, second)),
            name.substring(second + 1),
            bytes);
      } catch (NumberFormatException e) {
        return null;
      }
    }

    /** The name it is kept under. */
    public String name() {
      return file + SEPARATOR + index + SEPARATOR + sha256;
    }

    /** Whether these are the bytes that a plan asks for, as far as size and hash tell. */
    public boolean fits(Piece piece) {
      return file.equals(piece.file())
          && index == piece.index()
          && bytes == piece.bytes()
          && (piece.sha256().isEmpty() || piece.sha256().equals(sha256));
    }
  }

  /**
   * The plan for these files: the shards of a split file, ranges of {@link
   * ModelManifest#SHARD_BYTES} of another large one, and a small one whole.
   */
  public static DownloadPlan of(List<Offered> files) {
    List<Piece> pieces = new ArrayList<>();
    for (Offered file : files) {
      if (!file.shards().isEmpty()) {
        addShards(pieces, file);
      } else if (file.bytes() <= ModelManifest.LARGEST_WHOLE) {
        pieces.add(new Piece(file.path(), 0, 0, file.bytes(), file.sha256(), file.path()));
      } else {
        addRanges(pieces, file);
      }
    }
    return new DownloadPlan(pieces);
  }

  private static void addShards(List<Piece> pieces, Offered file) {
    long from = 0;
    for (int i = 0; i < file.shards().size(); i++) {
      ModelManifest.Shard shard = file.shards().get(i);
      pieces.add(new Piece(file.path(), i, from, shard.bytes(), shard.sha256(), shard.path()));
      from += shard.bytes();
    }
  }

  private static void addRanges(List<Piece> pieces, Offered file) {
    int index = 0;
    for (long from = 0; from < file.bytes(); from += ModelManifest.SHARD_BYTES) {
      long bytes = Math.min(ModelManifest.SHARD_BYTES, file.bytes() - from);
      pieces.add(new Piece(file.path(), index, from, bytes, "", ""));
      index++;
    }
  }

  /** Bytes of all pieces. */
  public long total() {
    long total = 0;
    for (Piece piece : pieces) {
      total += piece.bytes();
    }
    return total;
  }

  /** The pieces of one file, in their order. */
  public List<Piece> of(String file) {
    List<Piece> of = new ArrayList<>();
    for (Piece piece : pieces) {
      if (piece.file().equals(file)) {
        of.add(piece);
      }
    }
    return of;
  }

  /** What is kept of each piece, in the order of the pieces; null for what is missing. */
  public List<Kept> present(List<Kept> kept) {
    List<Kept> present = new ArrayList<>();
    for (Piece piece : pieces) {
      Kept found = null;
      for (Kept one : kept) {
        if (one.fits(piece)) {
          found = one;
        }
      }
      present.add(found);
    }
    return present;
  }

  /** The pieces still to be fetched, in their order. */
  public List<Piece> missing(List<Kept> kept) {
    List<Kept> present = present(kept);
    List<Piece> missing = new ArrayList<>();
    for (int i = 0; i < pieces.size(); i++) {
      if (present.get(i) == null) {
        missing.add(pieces.get(i));
      }
    }
    return missing;
  }
}
