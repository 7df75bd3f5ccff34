package mirador.models.export;

import java.io.IOException;
import mirador.models.checkpoint.Checkpoint;

/** Where weights come from, as far as anybody tells. */
final class Source {
  private Source() {}

  /** What is told, else what config.json says where it is no place on a disk, else the folder. */
  static String of(String told, Checkpoint checkpoint) throws IOException {
    if (told != null) {
      return told;
    }
    String folder = checkpoint.folder().toAbsolutePath().normalize().getFileName().toString();
    String named = checkpoint.config().text("_name_or_path", "");
    return named.isEmpty() || named.startsWith("/") || named.startsWith(".") ? folder : named;
  }

  /** {@code blip2-opt-2.7b} of {@code Salesforce/blip2-opt-2.7b}. */
  static String lastPart(String source) {
    return source.substring(source.lastIndexOf('/') + 1);
  }
}
