/**
 * Real models in the page: the worker they run in, which runtime it loads and why, what is asked of
 * it and what comes back. The page's own thread never computes with a model.
 */
package mirador.web.model;
