package mirador.site.scan;

import mirador.concepts.image.Picture;

/**
 * One of the course's figures.
 *
 * @param id as in a lesson: {@code figura:cat}
 * @param file the file's name in {@code figuras/}
 * @param name what learners call it
 * @param alt what it shows, for who does not see it
 * @param bytes the file
 */
@SuppressWarnings("ArrayRecordComponent") // a file's bytes, never compared
public record CoursePicture(
    String id, String file, String name, String alt, byte[] bytes, Picture pixels) {}
