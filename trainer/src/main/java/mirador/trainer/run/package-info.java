/** What every training has: checkpoints to go on from, a log, learning curves. */
package mirador.trainer.run;
