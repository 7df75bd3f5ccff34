package mirador.web.model;

import mirador.concepts.text.Messages;

/**
 * Why a model gave no answer.
 *
 * @param code which kind, for programs
 * @param detail in the words of the runtime or the browser; may be empty
 */
public record ModelProblem(String code, String detail) {
  /** The learner or the page no longer wanted it. */
  public static final String CANCELLED = "cancelled";

  /** The browser ended the worker, mostly for want of memory; the next request starts another. */
  public static final String KILLED = "killed";

  /** The worker's script, or a file of the runtime, could not be loaded. */
  public static final String NO_RUNTIME = "no-runtime";

  /** The bytes are no model that the runtime can run. */
  public static final String BAD_MODEL = "bad-model";

  /** WebGPU could not load or run the model; the page goes on with WebAssembly. */
  public static final String GPU_FAILED = "gpu-failed";

  /** WebGPU was taken away; the page goes on with WebAssembly. */
  public static final String GPU_LOST = "gpu-lost";

  /** There is not enough memory for the model. */
  public static final String MEMORY = "memory";

  /** The files of the model could not be had; the detail is a sentence for the learner. */
  public static final String NO_FILES = "no-files";

  /** No model has been loaded yet. */
  public static final String NOT_LOADED = "not-loaded";

  /** Anything else, such as an input of a wrong shape. */
  public static final String FAILED = "failed";

  /** A sentence for the learner. */
  public String sentence(Messages messages) {
    return messages.get("model.problem." + code, detail);
  }
}
