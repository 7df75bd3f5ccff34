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
   * Gives one file. Every piece of it is verified now, but for those that are held in memory or lie
   * in a picked folder, which were verified when they came. Its bytes are not in the page's memory:
   * hand the blob to a worker, which reads it.
   *
   * @param path as in the manifest
   * @param checked gets the size of each piece when it has been verified
   * @param failed gets a sentence for the learner that names the damaged part
   * @throws IllegalArgumentException when the model has no such file
   */
  public void file(
      String path, Consumer<Long> checked, Consumer<Blob> done, Consumer<String> failed) {
    manifest.file(path);
    assembly.lent(plan, path, checked, done, told(failed));
  }

  /** Verifies every piece of one file, wherever it lies. */
  void verify(String path, Runnable done, Consumer<String> failed) {
    assembly.verified(plan, path, blob -> done.run(), told(failed));
  }

  private Consumer<String> told(Consumer<String> failed) {
    return sentence -> {
      spoilt.accept(sentence);
      failed.accept(sentence);
    };
  }
}
