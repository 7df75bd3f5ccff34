package mirador.models.folder;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** What a writing asks of the disk. */
interface Disk {
  /** The one that is there. */
  Disk REAL =
      new Disk() {
        @Override
        public OutputStream create(Path file) throws IOException {
          return Files.newOutputStream(file);
        }

        @Override
        public long free(Path folder) throws IOException {
          return Files.getFileStore(folder).getUsableSpace();
        }
      };

  /** A new file, empty. */
  OutputStream create(Path file) throws IOException;

  /** How many bytes more can be put where a folder is. */
  long free(Path folder) throws IOException;
}
