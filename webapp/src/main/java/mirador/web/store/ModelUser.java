package mirador.web.store;

/** What models are for. The page has one for each architecture, told to {@link ModelUsers}. */
public interface ModelUser {
  /** Of the models that it runs, as their manifests tell it: {@code clip}. */
  String architecture();

  /**
   * Takes a model into use. Not called twice without {@link #stop} or an end of its own between.
   *
   * @param progress to be told every phase and the end
   */
  void start(StoredModel model, Progress progress);

  /** Ends what {@link #start} began, or the run under way. */
  void stop(ModelKey key);

  /** How the user gets on with a model; shown by every {@link ModelBar} of it. */
  interface Progress {
    /**
     * A phase has begun or gone on.
     *
     * @param share of it that is done, 0 to 1; below 0 when that is not known
     */
    void phase(ModelState.Phase phase, double share);

    /**
     * It can be used.
     *
     * @param where it runs and how it was checked: «verificado · WASM, 2 hilos»
     */
    void ready(String where);

    /** It cannot be used; a whole sentence that says what to do. */
    void failed(String sentence);

    /** It was stopped. */
    void stopped();
  }
}
