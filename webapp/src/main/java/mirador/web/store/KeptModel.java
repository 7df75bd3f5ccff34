package mirador.web.store;

/**
 * What the browser keeps of one model.
 *
 * @param title as learners read it
 * @param architecture which code runs it; "" while that is not known
 * @param bytes of all kept pieces
 * @param from what its source is called
 * @param complete whether nothing is missing
 * @param checked when its pieces were last verified, in words; "" while it is not complete
 * @param inMemory whether it is gone when the page is closed
 */
public record KeptModel(
    ModelKey key,
    String title,
    String architecture,
    long bytes,
    long total,
    String from,
    boolean complete,
    String checked,
    boolean inMemory) {}
