/**
 * {@code pytorch_model.bin}: a ZIP archive with a pickled table of tensors and the bytes of their
 * storages. A pickle is a program; only what rebuilds tensors is let run.
 */
package mirador.models.pytorch;
