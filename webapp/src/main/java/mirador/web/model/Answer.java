package mirador.web.model;

/** Who waits for a model. Exactly one of {@link #done} and {@link #failed} is called, once. */
public interface Answer<T> {
  void done(T result);

  void failed(ModelProblem problem);

  default void progress(Progress progress) {}
}
