/** A tiny CLIP that is trained in the page: its pairs, its curve of losses and its matrix. */
package mirador.web.widgets.training;
