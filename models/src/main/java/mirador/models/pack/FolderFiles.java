package mirador.models.pack;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import mirador.concepts.inference.ModelManifest;
import mirador.concepts.inference.ModelManifest.ModelFile;
import mirador.models.folder.ModelFolder;
import mirador.models.folder.ModelFolderException;

/** The files of a folder with a manifest, whose hashes must come out again. */
record FolderFiles(ModelFolder folder) implements ModelFiles {
  @Override
  public String name() {
    return folder.manifest().name();
  }

  @Override
  public List<String> paths() {
    return folder.manifest().files().stream().map(ModelFile::path).toList();
  }

  @Override
  public long bytes(String path) {
    return folder.manifest().file(path).bytes();
  }

  @Override
  public InputStream open(String path) throws IOException {
    return folder.open(path);
  }

  @Override
  public ModelManifest manifest(List<ModelFile> files) throws IOException {
    ModelManifest old = folder.manifest();
    for (ModelFile file : files) {
      String told = old.file(file.path()).sha256();
      if (!file.sha256().equals(told)) {
        throw new ModelFolderException(
            folder.path().resolve(file.path())
                + " is damaged: its SHA-256 is "
                + file.sha256()
                + ", not "
                + told
                + "; copy it again");
      }
    }
    return new ModelManifest(
        old.format(),
        old.name(),
        old.architecture(),
        old.variant(),
        old.source(),
        old.licence(),
        old.graphs(),
        files,
        old.config(),
        old.reference());
  }
}
