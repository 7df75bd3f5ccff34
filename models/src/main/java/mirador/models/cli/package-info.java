/** The commands of {@code ./mirador} that work on model files. */
package mirador.models.cli;
