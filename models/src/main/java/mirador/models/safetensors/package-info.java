/**
 * The safetensors format (huggingface/safetensors): 8 bytes with the length of a JSON header, the
 * header with type, shape and byte range of every tensor, then the bytes.
 */
package mirador.models.safetensors;
