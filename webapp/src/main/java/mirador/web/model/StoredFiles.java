package mirador.web.model;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import mirador.concepts.inference.ModelManifest;
import mirador.web.model.Message.WireFile;
import mirador.web.store.StoredModel;
import org.teavm.jso.core.JSArray;
import org.teavm.jso.file.Blob;

/** A model, or a part of it, out of the store; its bytes go to the worker as blobs, unread. */
final class StoredFiles implements ModelFiles {
  private final StoredModel model;
  private final String kind;
  private final List<String> names;

  /**
   * Files of a model.
   *
   * @param kind of the request that opens them, such as {@link Message#OPEN_CLIP}
   * @param names of its graphs, as the manifest calls these parts, and paths of its other files
   */
  StoredFiles(StoredModel model, String kind, String... names) {
    this.model = model;
    this.kind = kind;
    this.names = List.of(names);
  }

  @Override
  public String variant() {
    return model.manifest().variant();
  }

  @Override
  public void load(Answer<Message> answer) {
    new Loading(answer).next();
  }

  /** One way through all the files. */
  private final class Loading {
    private final Answer<Message> answer;
    private final ModelManifest manifest = model.manifest();
    private final JSArray<WireFile> files = new JSArray<>();
    private final double total;
    private double done;

    Loading(Answer<Message> answer) {
      this.answer = answer;
      double bytes = 0;
      for (String path : paths()) {
        bytes += manifest.hasFile(path) ? manifest.file(path).bytes() : 0;
      }
      this.total = bytes;
    }

    private List<String> paths() {
      List<String> paths = new ArrayList<>();
      for (String name : names) {
        paths.add(path(name));
        paths.add(ModelManifest.weightsOf(path(name)));
      }
      return paths;
    }

    private String path(String name) {
      return manifest.graphs().getOrDefault(name, name);
    }

    void next() {
      if (files.getLength() == names.size()) {
        Message message = Message.of(kind);
        message.setFiles(files);
        message.setManifest(WireManifest.of(manifest));
        answer.done(message);
        return;
      }
      String name = names.get(files.getLength());
      String path = path(name);
      if (!manifest.hasFile(path)) {
        answer.failed(new ModelProblem(ModelProblem.BAD_MODEL, path));
        return;
      }
      file(path, graph -> addWeights(name, path, graph));
    }

    private void addWeights(String name, String path, Blob graph) {
      String weights = ModelManifest.weightsOf(path);
      if (!manifest.hasFile(weights)) {
        files.push(WireFile.of(name, graph));
        next();
        return;
      }
      // A graph names the file of its weights relative to where it lies itself.
      String location = weights.substring(weights.lastIndexOf('/') + 1);
      file(
          weights,
          blob -> {
            files.push(WireFile.of(name, graph, blob, location));
            next();
          });
    }

    private void file(String path, Consumer<Blob> then) {
      answer.progress(new Progress(Phase.CHECK, done, total));
      model.file(
          path,
          bytes -> {
            done += bytes;
            answer.progress(new Progress(Phase.CHECK, done, total));
          },
          then,
          sentence -> answer.failed(new ModelProblem(ModelProblem.NO_FILES, sentence)));
    }
  }
}
