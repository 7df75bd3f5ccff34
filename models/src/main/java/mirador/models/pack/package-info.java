/**
 * Models as scripts, for pages opened from a disk, which may read no file; see {@code
 * docs/model-folder.md}.
 */
package mirador.models.pack;
