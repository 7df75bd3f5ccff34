package mirador.web.model;

import mirador.web.model.Message.WireFile;
import org.teavm.jso.core.JSArrayReader;

/** Where a model's files come from; asked again when a worker has to be started anew. */
public interface ModelFiles {
  /** How the weights are stored: {@code fp32}, {@code fp16}, {@code int8}. */
  String variant();

  /** Gives the graphs, each under the name that requests use for it. */
  void load(Answer<JSArrayReader<WireFile>> answer);
}
