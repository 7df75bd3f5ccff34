/**
 * Model folders on a disk: {@code manifest.json}, files whole or in shards, all with their hashes.
 */
package mirador.models.folder;
