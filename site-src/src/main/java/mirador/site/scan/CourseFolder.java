package mirador.site.scan;

import java.nio.file.Path;
import java.util.List;
import mirador.site.node.KeptScript;

/** Where everything lies under the root of the course. */
public record CourseFolder(Path root) {
  public Path config() {
    return root.resolve("curso.yaml");
  }

  public Path lessons() {
    return root.resolve("lessons");
  }

  public Path pictures() {
    return root.resolve("figuras");
  }

  public Path styles() {
    return root.resolve("webapp/src/main/static/css");
  }

  public Path scripts() {
    return root.resolve("webapp/src/main/static/js");
  }

  /** What TeaVM compiled: the page script. */
  public Path pageScript() {
    return root.resolve("webapp/target/js/mirador.js");
  }

  /** What TeaVM compiled for the widgets of real models. */
  public Path modelsScript() {
    return root.resolve("webapp/target/js/models.js");
  }

  /** Where the files of a model may lie while the site is built. */
  public List<Path> modelFolders(String model) {
    return List.of(
        root.resolve("target/models").resolve(model),
        root.resolve("target/site/models").resolve(model));
  }

  /** The small models that are a part of the course: a folder for each, its export in onnx/. */
  public Path miniatures() {
    return root.resolve("miniatures");
  }

  /** Small models packed for pages opened from a disk, kept between builds. */
  public Path miniaturePacks() {
    return root.resolve("site-src/target/miniatures");
  }

  /** What models computed for the pages, kept between builds. */
  public Path bakedResults() {
    return root.resolve("target/baked");
  }

  /** What TeaVM compiled for the worker in which models run. */
  public Path workerScript() {
    return root.resolve("webapp/target/js/worker.js");
  }

  /** ONNX Runtime Web as npm has it. */
  public Path runtime() {
    return root.resolve("site-src/node_modules/onnxruntime-web/dist");
  }

  /** ONNX Runtime Web packed for pages opened from a disk, kept between builds. */
  public Path runtimePacks() {
    return root.resolve("site-src/target/ort");
  }

  public Path webMessages() {
    return root.resolve("webapp/src/main/resources/mirador/messages");
  }

  /** The typeface in all its weights. */
  public Path typeface() {
    return root.resolve("site-src/node_modules/@fontsource-variable/source-sans-3/files");
  }

  /** Its italic in one weight, which is half as many bytes. */
  public Path italics() {
    return root.resolve("site-src/node_modules/@fontsource/source-sans-3/files");
  }

  public Path formulaScript() {
    return root.resolve("site-src/mathml.mjs");
  }

  /** Makes the published page script out of TeaVM's. */
  public Path partsScript() {
    return root.resolve("site-src/page-script.mjs");
  }

  /** What runs a learner's programs: the worker's script and the Python files. */
  public Path python() {
    return root.resolve("webapp/src/main/python");
  }

  /** Makes the script of the worker in which a learner's programs run. */
  public Path pythonScript() {
    return root.resolve("site-src/python.mjs");
  }

  /** Runs the programs of code cells while the site is built. */
  public Path cellsScript() {
    return root.resolve("site-src/cells.mjs");
  }

  /** The source of the code cells' editor. */
  public Path editor() {
    return root.resolve("site-src/editor/editor.js");
  }

  /** Makes one script of the editor and all that it imports. */
  public KeptScript editorBundle() {
    return new KeptScript(
        root.resolve("site-src/editor.mjs"),
        List.of(
            root.resolve("site-src/bundle.mjs"),
            root.resolve("site-src/editor/phrases.es.json"),
            root.resolve("site-src/package-lock.json")),
        root.resolve("site-src/target/editor"),
        ".js");
  }

  /** The source of the script that speaks with a learning platform. */
  public Path platform() {
    return root.resolve("site-src/scorm/scorm.js");
  }

  /** Makes one script of it and all that it imports. */
  public KeptScript platformBundle() {
    return new KeptScript(
        root.resolve("site-src/scorm.mjs"),
        List.of(root.resolve("site-src/bundle.mjs"), root.resolve("site-src/package-lock.json")),
        root.resolve("site-src/target/scorm"),
        ".js");
  }

  /** What both are made of: their common part, and the version of MicroPython. */
  public List<Path> pythonParts() {
    return List.of(
        root.resolve("site-src/python-worker.mjs"), root.resolve("site-src/package-lock.json"));
  }

  /** What the programs of code cells gave, and the worker's script; kept between builds. */
  public Path pythonKept() {
    return root.resolve("site-src/target/python");
  }

  /** Published page scripts, kept between builds. */
  public Path pageScripts() {
    return root.resolve("site-src/target/page-script");
  }

  /** The path of a file as problems name it: from the root, with slashes. */
  public String name(Path file) {
    return root.relativize(file).toString().replace('\\', '/');
  }
}
