package mirador.web.model;

/** Where a model's files come from; asked again when a worker has to be started anew. */
public interface ModelFiles {
  /** How the weights are stored: {@code fp32}, {@code fp16}, {@code int8}. */
  String variant();

  /** Gives the request that opens the model, with all its files; the runtime is put in later. */
  void load(Answer<Message> answer);
}
