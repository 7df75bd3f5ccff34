/**
 * What the course says to a learning platform and keeps there (SCORM 1.2 Run-Time Environment,
 * section 3.4): a score, a status, and as much of the learner's work as fits.
 */
package mirador.concepts.platform;
