package mirador.site.parse;

import mirador.site.problem.Place;

/** A heading of a page's body. */
public record Heading(int level, String text, String id, Place place) {}
