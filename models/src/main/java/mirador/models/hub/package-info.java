/** Models as the public hub has them: folders without a manifest, and their download. */
package mirador.models.hub;
