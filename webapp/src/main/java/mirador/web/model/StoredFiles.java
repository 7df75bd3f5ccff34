package mirador.web.model;

import java.util.ArrayList;
import java.util.List;
import mirador.concepts.inference.ModelManifest;
import mirador.web.model.Message.WireFile;
import mirador.web.store.StoredModel;
import org.teavm.jso.core.JSArray;

/** A CLIP model out of the store; its bytes go to the worker as blobs, unread. */
final class StoredFiles implements ModelFiles {
  private final StoredModel model;

  StoredFiles(StoredModel model) {
    this.model = model;
  }

  @Override
  public String variant() {
    return model.manifest().variant();
  }

  @Override
  public void load(Answer<Message> answer) {
    ModelManifest manifest = model.manifest();
    List<String> names = new ArrayList<>(manifest.graphs().keySet());
    names.add("vocab.json");
    names.add("merges.txt");
    next(names, new JSArray<>(), answer);
  }

  private void next(List<String> names, JSArray<WireFile> files, Answer<Message> answer) {
    ModelManifest manifest = model.manifest();
    if (files.getLength() == names.size()) {
      Message message = Message.of(Message.OPEN_CLIP);
      message.setFiles(files);
      message.setManifest(WireManifest.of(manifest));
      answer.done(message);
      return;
    }
    answer.progress(new Progress(Phase.COMPILE, 0, 0));
    String name = names.get(files.getLength());
    String path = manifest.graphs().getOrDefault(name, name);
    if (!manifest.hasFile(path)) {
      answer.failed(new ModelProblem(ModelProblem.BAD_MODEL, path));
      return;
    }
    model.file(
        path,
        blob -> {
          files.push(WireFile.of(name, blob));
          next(names, files, answer);
        },
        sentence -> answer.failed(new ModelProblem(ModelProblem.NO_FILES, sentence)));
  }
}
