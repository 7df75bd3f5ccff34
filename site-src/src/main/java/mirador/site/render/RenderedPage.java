package mirador.site.render;

/**
 * A finished page.
 *
 * @param path name of its file, from the root of the site
 */
public record RenderedPage(String path, String html) {}
