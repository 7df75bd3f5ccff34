/**
 * Contrastive training from nothing, small enough for a page: a handful of pairs of picture and
 * caption, two towers with a backward pass written by hand for each layer, and the symmetric
 * InfoNCE loss of CLIP between them. Everything random comes from a seed.
 */
package mirador.concepts.contrastive;
