/** {@code ./mirador eval}. */
package mirador.training.cli;
