/**
 * The models' files in the browser. {@link mirador.web.store.ModelStore} brings them piece by piece
 * from a {@link mirador.web.store.Source}, a server, a picked folder or scripts beside the page,
 * verifies each, keeps them in the browser's storage and lends them as a {@link
 * mirador.web.store.StoredModel}. {@link mirador.web.store.ModelBar} shows how one model is getting
 * on.
 */
package mirador.web.store;
