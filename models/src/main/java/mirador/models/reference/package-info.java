/**
 * A model run as plainly as its papers are written, straight from its checkpoint: no graph, no
 * runtime, one matrix in memory at a time. Exported graphs are compared with it.
 */
package mirador.models.reference;
