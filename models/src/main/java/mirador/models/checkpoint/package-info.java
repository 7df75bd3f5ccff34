/**
 * Folders as the Hugging Face hub has them: {@code config.json}, weights in one file or several.
 */
package mirador.models.checkpoint;
