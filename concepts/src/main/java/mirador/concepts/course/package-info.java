/**
 * What the course is made of: the notebook's own data, and the catalogue of widgets with their
 * settings.
 */
package mirador.concepts.course;
