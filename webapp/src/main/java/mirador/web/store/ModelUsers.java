package mirador.web.store;

import java.util.HashMap;
import java.util.Map;

/**
 * Who runs models on this page, by architecture. Apart from {@link ModelStore}, which is made only
 * where a page has to do with a model.
 */
public final class ModelUsers {
  private static final Map<String, ModelUser> ALL = new HashMap<>();

  private ModelUsers() {}

  /** Tells who takes models of an architecture into use, before any of them is at hand. */
  public static void add(ModelUser user) {
    ALL.put(user.architecture(), user);
  }

  /** The one that runs an architecture; null when there is none. */
  static ModelUser of(String architecture) {
    return ALL.get(architecture);
  }
}
