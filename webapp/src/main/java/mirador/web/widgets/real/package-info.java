/** What widgets of the real models share: the model's bar, its marks, its embeddings. */
package mirador.web.widgets.real;
