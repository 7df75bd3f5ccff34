package mirador.site.render;

import java.util.List;
import mirador.concepts.text.Messages;
import mirador.site.scan.CourseConfig;
import mirador.site.scan.CourseFolder;

/**
 * The site in memory.
 *
 * @param messages of {@code concepts} and the site, for the copy's read-me
 * @param pages of the course and 404.html
 * @param assets files with a hash in their address
 * @param files files at a fixed address: manifest, icons, robots, site map
 * @param miniatures the small models that are a part of the course
 */
public record RenderedSite(
    CourseFolder folder,
    CourseConfig config,
    Messages messages,
    List<RenderedPage> pages,
    List<Asset> assets,
    List<Asset> files,
    List<MiniatureAssets> miniatures) {}
