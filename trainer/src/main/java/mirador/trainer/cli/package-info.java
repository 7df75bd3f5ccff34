/** {@code ./mirador train}. */
package mirador.trainer.cli;
