package mirador.web.store;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import mirador.concepts.inference.DownloadPlan;
import mirador.concepts.text.Numbers;
import org.teavm.jso.file.Blob;

/**
 * Where pieces lie: in the browser's storage, and in memory when that is full, forbidden or not
 * wanted. Names begin with the model's folder, see {@link ModelKey#folder}.
 */
final class PieceShelf {
  private final Keeper keeper = Keepers.best();
  private final Map<String, Blob> memory = new LinkedHashMap<>();

  /**
   * Keeps a blob.
   *
   * @param done gets "" or why it is only in memory: "full" or "forbidden"
   */
  void put(String name, Blob blob, Consumer<String> done) {
    keeper.put(
        name,
        blob,
        why -> {
          if (!why.isEmpty()) {
            memory.put(name, blob);
          }
          done.accept(why);
        });
  }

  /** Holds a blob as long as the page is open. */
  void hold(String name, Blob blob) {
    memory.put(name, blob);
  }

  /** Puts another blob in the place of one of this name, wherever that lies. */
  void replace(String name, Blob blob, Runnable done) {
    if (inMemory(name)) {
      hold(name, blob);
      done.run();
    } else {
      put(name, blob, why -> done.run());
    }
  }

  /** Gives the blob of this name, or null. */
  void get(String name, Consumer<Blob> done) {
    Blob held = memory.get(name);
    if (held != null) {
      done.accept(held);
    } else {
      keeper.get(name, done::accept);
    }
  }

  boolean inMemory(String name) {
    return memory.containsKey(name);
  }

  /** Gives the sizes of everything, by name. */
  void list(Consumer<Map<String, Long>> done) {
    keeper.list(
        flat -> {
          Map<String, Long> sizes = new LinkedHashMap<>();
          for (int i = 0; i + 1 < flat.getLength(); i += 2) {
            sizes.put(
                flat.get(i).stringValue(),
                (long) Numbers.parse(flat.get(i + 1).stringValue()).orElse(0));
          }
          memory.forEach((name, blob) -> sizes.put(name, (long) Browser.size(blob)));
          done.accept(sizes);
        });
  }

  /** Gives the pieces of one model. */
  void pieces(ModelKey key, Consumer<List<DownloadPlan.Kept>> done) {
    list(sizes -> done.accept(pieces(key, sizes)));
  }

  static List<DownloadPlan.Kept> pieces(ModelKey key, Map<String, Long> sizes) {
    List<DownloadPlan.Kept> pieces = new ArrayList<>();
    for (Map.Entry<String, Long> entry : sizes.entrySet()) {
      if (entry.getKey().startsWith(key.folder())) {
        DownloadPlan.Kept piece =
            DownloadPlan.Kept.of(entry.getKey().substring(key.folder().length()), entry.getValue());
        if (piece != null) {
          pieces.add(piece);
        }
      }
    }
    return pieces;
  }

  void remove(String name, Runnable done) {
    memory.remove(name);
    keeper.remove(name, done::run);
  }

  /** Removes one after the other. */
  void removeAll(List<String> names, Runnable done) {
    if (names.isEmpty()) {
      done.run();
    } else {
      remove(names.get(0), () -> removeAll(names.subList(1, names.size()), done));
    }
  }
}
