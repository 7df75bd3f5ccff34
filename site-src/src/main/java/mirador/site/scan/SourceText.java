package mirador.site.scan;

/**
 * One Markdown file.
 *
 * @param id the file's name without its ending: {@code 01-vit}
 * @param file its path from the root: {@code lessons/01-vit.md}
 */
public record SourceText(String id, String file, String text) {}
