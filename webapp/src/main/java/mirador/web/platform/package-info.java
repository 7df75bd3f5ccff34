/** What the page says to the learning platform that the course was opened from (SCORM 1.2). */
package mirador.web.platform;
