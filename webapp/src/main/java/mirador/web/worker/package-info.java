/**
 * What runs inside the worker: {@link mirador.web.worker.ModelWorker} is compiled to a script of
 * its own, with everything of {@code concepts} that a model needs.
 */
package mirador.web.worker;
