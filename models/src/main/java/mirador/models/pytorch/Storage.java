package mirador.models.pytorch;

import mirador.models.weights.Dtype;

/** A run of numbers in the archive that tensors are views of. */
record Storage(String key, Dtype dtype, long elements) {}
