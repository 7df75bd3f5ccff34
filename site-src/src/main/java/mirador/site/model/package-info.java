/** The real models that the course offers: what is known of them, and what the course says. */
package mirador.site.model;
