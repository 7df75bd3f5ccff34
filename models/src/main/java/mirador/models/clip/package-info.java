/** CLIP models out of model folders, and made-up ones for tests and benches. */
package mirador.models.clip;
