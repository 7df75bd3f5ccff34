package mirador.web.store;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import mirador.concepts.inference.DownloadPlan;
import mirador.concepts.inference.DownloadPlan.Offered;
import mirador.concepts.inference.ModelManifest;
import org.teavm.jso.file.Blob;

/** A model whose files are all in the browser. */
public final class StoredModel {
  private final ModelKey key;
  private final ModelManifest manifest;
  private final Assembly assembly;
  private final DownloadPlan plan;
  private final Consumer<String> spoilt;

  StoredModel(ModelManifest manifest, PieceShelf shelf, Consumer<String> spoilt) {
    this.key = new ModelKey(manifest.name(), manifest.variant());
    this.manifest = manifest;
    this.assembly = new Assembly(key, shelf);
    List<Offered> files = new ArrayList<>();
    for (ModelManifest.ModelFile file : manifest.files()) {
      files.add(Offered.of(file));
    }
    this.plan = DownloadPlan.of(files);
    this.spoilt = spoilt;
  }

  public ModelKey key() {
    return key;
  }

  public ModelManifest manifest() {
    return manifest;
  }

  /**
   * Gives one file, every piece of it verified now. Its bytes are not in the page's memory: hand
   * the blob to a worker, which reads it by {@code arrayBuffer()} or {@code text()}.
   *
   * @param path as in the manifest
   * @param failed gets a sentence for the learner that names the damaged part
   * @throws IllegalArgumentException when the model has no such file
   */
  public void file(String path, Consumer<Blob> done, Consumer<String> failed) {
    manifest.file(path);
    assembly.verified(
        plan,
        path,
        done,
        sentence -> {
          spoilt.accept(sentence);
          failed.accept(sentence);
        });
  }
}
