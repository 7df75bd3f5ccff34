package mirador.concepts.tokenizer;

/**
 * Unicode's canonical composition, which every platform brings along but not under one name: {@code
 * java.text.Normalizer} on the JVM, {@code String.prototype.normalize} in a browser. The two may
 * know different versions of Unicode; they differ in scripts that were added in between, nowhere
 * else.
 */
@FunctionalInterface
public interface Normaliser {
  /** The text in Normalization Form C: an e and a combining accent become one é. */
  String nfc(String text);
}
