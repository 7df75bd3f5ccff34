package mirador.trainer.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import mirador.models.folder.Folders;

/**
 * The folder of a miniature as it ships: Hugging Face's files, learning curves, and in {@code onnx}
 * what the page runs. A model card that lies there stays.
 */
public record Shipment(Path folder) {
  private static final String CURVES = "curves.png";

  /** Makes the model folders of some variants of a model, each in a folder of its name. */
  public interface Export {
    /**
     * Exports.
     *
     * @param from folder of Hugging Face's layout
     * @param to folder that gets the variants' folders
     */
    void run(Path from, Path to) throws IOException;
  }

  /** Writes a model in Hugging Face's layout. */
  public interface ModelFiles {
    void write(Path folder) throws IOException;
  }

  /**
   * Puts a trained model there.
   *
   * @param work where it was trained: its curves and what is half made lie there
   * @param model writes Hugging Face's files
   * @param export makes the model folders
   * @param variant the one that ships
   */
  public void fill(Path work, ModelFiles model, Export export, String variant) throws IOException {
    Path weights = work.resolve("model");
    Path exported = work.resolve("onnx");
    Folders.delete(weights);
    Folders.delete(exported);
    model.write(weights);
    export.run(weights, exported);
    Files.createDirectories(folder);
    for (Path file : Folders.files(weights)) {
      copy(file, folder.resolve(file.getFileName()));
    }
    curves(work, CURVES);
    Path onnx = folder.resolve("onnx");
    Folders.delete(onnx);
    Files.createDirectories(onnx);
    for (Path file : Folders.files(exported.resolve(variant))) {
      copy(file, onnx.resolve(file.getFileName()));
    }
  }

  /**
   * Puts the learning curves of a training beside it, if that has left any.
   *
   * @param work where that training ran
   * @param name of the picture beside the model
   */
  public void curves(Path work, String name) throws IOException {
    Path drawn = work.resolve(CURVES);
    if (Files.exists(drawn)) {
      copy(drawn, folder.resolve(name));
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    Files.copy(from, to, StandardCopyOption.REPLACE_EXISTING);
  }
}
