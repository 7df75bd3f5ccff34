/** What {@code ./mirador bench} runs on the JVM beside the browser. */
package mirador.models.bench;
