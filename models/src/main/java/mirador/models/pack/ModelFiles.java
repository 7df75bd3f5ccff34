package mirador.models.pack;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import mirador.concepts.inference.ModelManifest;
import mirador.concepts.inference.ModelManifest.ModelFile;
import mirador.models.folder.ModelFolder;

/** The files of a model, however they lie on the disk. */
public interface ModelFiles {
  /** The model's name. */
  String name();

  /** Every file's path in the manifest. */
  List<String> paths();

  /** A file's size. */
  long bytes(String path) throws IOException;

  /** A file's bytes one after the other. */
  InputStream open(String path) throws IOException;

  /**
   * The manifest of the model with its files split in another way.
   *
   * @param files one for each of {@link #paths()}, in their order
   * @throws IOException when a file is not the one that the model was made with; names it
   */
  ModelManifest manifest(List<ModelFile> files) throws IOException;

  /** Those of a model folder. */
  static ModelFiles of(ModelFolder folder) {
    return new FolderFiles(folder);
  }
}
