package mirador.models.folder;

import java.io.IOException;

/** A model folder is not what its manifest says; the message tells the file and what to do. */
public final class ModelFolderException extends IOException {
  private static final long serialVersionUID = 1L;

  public ModelFolderException(String message) {
    super(message);
  }

  public ModelFolderException(String message, Throwable cause) {
    super(message, cause);
  }
}
